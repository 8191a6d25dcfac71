"""The register as the tables hold it, for reading rows that refer to it."""

from datetime import date

import sqlalchemy as sa

from etl.normalise.register import Register
from etl.store import query
from etl.vocabulary import Measured


def registered(connection: sa.Connection, today: date) -> Register:
    """Codes, units, series, bases, documents and targets of all live loads, for reading rows on that day."""
    indicators, series, targets = (
        query.indicators(connection),
        query.series(connection),
        query.target_versions(connection),
    )
    policies = query.policies(connection, query.EVER)
    register = Register(
        today,
        units=_mapping(indicators, "indicator_id", "unit"),
        measured={code: Measured(word) for code, word in _mapping(indicators, "indicator_id", "measured").items()},
        indicators=_mapping(series, "series_id", "indicator_id"),
        publishers=_mapping(series, "series_id", "publisher_id"),
        issued=_mapping(policies, "policy_id", "issued"),
        aims=_mapping(targets, "target_id", "indicator_id"),
        slugs=_mapping(targets, "slug", "target_id"),
    )
    for link in query.target_links(connection, query.EVER).itertuples():
        register.links.setdefault(link.target_id, set()).add((link.link, link.other_id))
    for series_id, basis in _mapping_pairs(query.bases(connection), "series_id", "basis"):
        register.bases.setdefault(series_id, set()).add(basis)
    register.codes = {
        "bodies": set(query.bodies(connection).body_id),
        "policies": set(policies.policy_id),
        "areas": set(query.areas(connection).area_id),
        "sectors": set(query.sectors(connection).sector_id),
        "indicators": set(indicators.indicator_id),
        "series": set(series.series_id),
        "targets": set(targets.target_id),
    }
    return register


def _mapping(frame, key: str, value: str) -> dict:
    return dict(_mapping_pairs(frame, key, value))


def _mapping_pairs(frame, key: str, value: str):
    return zip(frame[key], frame[value], strict=True)
