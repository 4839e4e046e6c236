// Keeps the page in step: with what the editor sets (a form that is posted), and with what is saved (server-sent
// events). Without this script the same form works with its buttons, and a reload shows what was saved.

const form = document.getElementById("preview");
const parts = ["status", "settings", "flows", "talk", "chart"];
let turn = 0;

function fieldsOf(changes, typed) {
  const fields = new URLSearchParams(new FormData(form));
  if (!typed) fields.delete("words");
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  return fields;
}

async function ask(changes, { typed = false, isRefresh = false } = {}) {
  const mine = ++turn;
  const sent = fieldsOf(changes, typed);
  let page;
  try {
    const answer = await fetch("/", { method: "POST", body: sent });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    document.getElementById("status").textContent = "The preview has ended. Start it again: wegwijs preview";
    return;
  }
  if (mine === turn) put(page, sent, isRefresh);
}

function put(page, sent, isRefresh) {
  const focused = document.activeElement?.id;
  for (const id of parts) {
    const old = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!fresh || old.outerHTML === fresh.outerHTML) continue;
    keepOpen(old, fresh);
    const at = [old.scrollTop, old.scrollLeft];
    const typed = typedIn(old, sent);
    old.replaceWith(fresh);
    for (const [name, value] of typed) {
      const input = document.getElementById(name);
      if (input) input.value = value;
    }
    [fresh.scrollTop, fresh.scrollLeft] = at;
    if (id === "chart") showCurrent(fresh);
  }
  const again = focused && document.getElementById(focused);
  if (again) again.focus();
  else if (!isRefresh) document.querySelector(".bubble")?.focus({ preventScroll: true });
}

// What was typed while the answer was on its way, and so is not in it.
function typedIn(part, sent) {
  const inputs = [...part.querySelectorAll("input:not([type=hidden])")];
  return inputs.filter((one) => one.value !== (sent.get(one.name) ?? "")).map((one) => [one.id, one.value]);
}

function keepOpen(old, fresh) {
  for (const details of old.querySelectorAll("details[open]")) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute("open", "");
  }
}

function showCurrent(chart) {
  const current = chart.querySelector("[aria-current], .current");
  const drawing = chart.querySelector(".drawing");
  if (!current || !drawing) return;
  const box = current.getBoundingClientRect();
  const frame = drawing.getBoundingClientRect();
  drawing.scrollTo(
    drawing.scrollLeft + box.x - frame.x - (frame.width - box.width) / 2,
    drawing.scrollTop + box.y - frame.y - (frame.height - box.height) / 2,
  );
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, value } = event.submitter ?? {};
  ask(name ? { [name]: value } : {}, { typed: name === "act" });
});

form.addEventListener("change", (event) => {
  if (event.target.id !== "words") ask({});
});

form.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/?step=']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  ask({ step: new URL(link.href.baseVal ?? link.href, location.href).searchParams.get("step") });
});

const changes = new EventSource("/changes");
changes.addEventListener("message", (event) => {
  if (event.data !== document.getElementById("status").dataset.number) ask({}, { isRefresh: true });
});

showCurrent(document.getElementById("chart"));
