# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY docs/checks.md ./docs/checks.md
RUN python -m venv /opt/wegwijs \
 && /opt/wegwijs/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock \
 && /opt/wegwijs/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home wegwijs \
 && install -d -o wegwijs -g wegwijs /data
COPY --from=build /opt/wegwijs /opt/wegwijs
COPY content /content
ENV PATH=/opt/wegwijs/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    CONTENT_DIR=/content \
    DATABASE_URL=sqlite:////data/wegwijs.db
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('PORT', '8080') + '/healthz', timeout=4)"]
ENTRYPOINT ["wegwijs"]
CMD ["run"]
