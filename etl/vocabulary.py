"""Codes of the field: every code that a table, sheet or page shows; the catalogue "codes" has their words."""

from enum import StrEnum

from etl import catalogue

LANGUAGES = ("en", "zh")


class Coded(StrEnum):
    """A closed list of codes; `label` gives the word a reader sees."""

    def label(self, lang: str = "en") -> str:
        """The code's word in `lang` ("en" or "zh")."""
        return catalogue.of("codes", lang)(f"{type(self).__name__}.{self.name}")


class Kind(Coded):
    """What a target promises: a level, a change from a baseline, a count of things done …"""

    level = "level"
    change = "change"
    growth_per_year = "growth_per_year"
    count = "count"
    limit = "limit"
    action = "action"
    direction = "direction"
    listed = "listed"


class Comparator(Coded):
    """How the stated number is meant."""

    at_least = "at_least"
    more_than = "more_than"
    at_most = "at_most"
    up_to = "up_to"
    exactly = "exactly"
    about = "about"
    between = "between"


class Qualifier(Coded):
    """What a publisher put before a number: a bound or an approximation is not a fact."""

    exact = "exact"
    about = "about"
    nearly = "nearly"
    just_over = "just_over"
    more_than = "more_than"
    at_least = "at_least"
    less_than = "less_than"
    at_most = "at_most"
    between = "between"

    def label(self, lang: str = "en") -> str:
        """The word before the number; none before an exact one."""
        return "" if self is Qualifier.exact else super().label(lang)


class Frequency(Coded):
    """Length of a period. `span` is several years, `year_to_date` a year's first months."""

    year = "year"
    half = "half"
    quarter = "quarter"
    month = "month"
    day = "day"
    year_to_date = "year_to_date"
    span = "span"


class Measured(Coded):
    """A stock is a state at a date; a flow belongs to a whole period; growth is a flow: the change in one year, %."""

    stock = "stock"
    flow = "flow"
    growth = "growth"


class Firmness(Coded):
    """How firmly the document states the target."""

    binding = "binding"
    expected = "expected"
    strives_for = "strives_for"
    unstated = "unstated"


class TextStatus(Coded):
    """Whether the target was read in the adopted text or in a draft."""

    final = "final"
    draft = "draft"


class Grade(Coded):
    """How a number or statement was read."""

    primary = "primary"
    secondary = "secondary"
    disputed = "disputed"


class Flag(Coded):
    """What the publisher's number is, beside an ordinary one."""

    provisional = "provisional"
    forecast = "forecast"
    estimate = "estimate"
    derived = "derived"


class Role(Coded):
    """How a series stands to a target."""

    headline = "headline"
    rival = "rival"
    proxy = "proxy"


class Link(Coded):
    """How one target stands to another."""

    same_as = "same_as"
    rival_reading = "rival_reading"
    contributes_to = "contributes_to"
    part_of = "part_of"
    supersedes = "supersedes"


class Choice(Coded):
    """What an analyst decided: about a new basis of a series, or about a target."""

    keep = "keep"
    rebase = "rebase"
    split = "split"
    reopen = "reopen"
    drop = "drop"
    note = "note"


ON_BASES = (Choice.keep, Choice.rebase, Choice.split, Choice.reopen)
"""Decisions about a basis of a series; the others are about a target."""


class Status(Coded):
    """Where a target stands."""

    achieved = "achieved"
    achieved_late = "achieved_late"
    achieved_unverified = "achieved_unverified"
    on_track = "on_track"
    behind = "behind"
    far_behind = "far_behind"
    wrong_direction = "wrong_direction"
    missed = "missed"
    awaiting_data = "awaiting_data"
    basis_changed = "basis_changed"
    pace_unknown = "pace_unknown"
    no_data = "no_data"
    no_deadline = "no_deadline"
    no_numeric_target = "no_numeric_target"
    listed = "listed"
    superseded = "superseded"
    dropped = "dropped"


class Family(Coded):
    """The overview's groups of statuses."""

    kept = "kept"
    on_track = "on_track"
    behind = "behind"
    missed = "missed"
    waiting = "waiting"
    cannot_be_judged = "cannot_be_judged"
    not_judged = "not_judged"


class Reason(Coded):
    """Why a verdict has its status."""

    listed = "listed"
    no_number = "no_number"
    ceiling = "ceiling"
    not_measured = "not_measured"
    only_proxies = "only_proxies"
    none_yet = "none_yet"
    count_reached = "count_reached"
    deadline_observation = "deadline_observation"
    reached_later = "reached_later"
    basis_differs = "basis_differs"
    reached_undated = "reached_undated"
    deadline_passed = "deadline_passed"
    bound_not_enough = "bound_not_enough"
    reached = "reached"
    no_deadline = "no_deadline"
    target_behind_baseline = "target_behind_baseline"
    no_second_point = "no_second_point"
    method_not_applicable = "method_not_applicable"
    pace = "pace"
    replaced = "replaced"
    given_up = "given_up"


class Cause(Coded):
    """Why a verdict moved from one day to the next."""

    stated = "stated"
    restated = "restated"
    superseded = "superseded"
    decision = "decision"
    deadline = "deadline"
    basis = "basis"
    figure = "figure"
    revision = "revision"


class Finding(Coded):
    """What adding up targets, milestones and releases shows."""

    announced_open = "announced_open"
    announced_short = "announced_short"
    part_beyond_whole = "part_beyond_whole"
    parts_beyond_whole = "parts_beyond_whole"
    milestone_beyond = "milestone_beyond"
    milestone_missed = "milestone_missed"
    overdue = "overdue"
    discontinued = "discontinued"
    not_taken_up = "not_taken_up"


class Badge(Coded):
    """A reservation shown beside a verdict."""

    contested = "contested"
    implied_baseline = "implied_baseline"
    recent_pace = "recent_pace"
    proxy = "proxy"
    derived = "derived"
    provisional = "provisional"
    reversing = "reversing"
    draft = "draft"
    superseded = "superseded"
    secondary_source = "secondary_source"
    disputed_source = "disputed_source"
    decided = "decided"
    low_confidence = "low_confidence"


class Method(Coded):
    """Rules by which progress is judged; the id is part of every verdict."""

    linear_pace = "linear-pace"
    eurostat_cagr = "eurostat-cagr"
    eurostat_trend = "eurostat-trend"
    open_sdg = "open-sdg"
    destatis_projection = "destatis-projection"
    escap = "escap"
    sdsn_trend = "sdsn-trend"
    acceleration_factor = "acceleration-factor"
    unsd_2022 = "unsd-2022"


class MethodClass(Coded):
    """Classes by the methods' own names; two methods share a code only where they use the same word."""

    on_track = "on_track"
    behind = "behind"
    far_behind = "far_behind"
    wrong_direction = "wrong_direction"
    significant_progress = "significant_progress"
    moderate_progress = "moderate_progress"
    insufficient_progress = "insufficient_progress"
    movement_away = "movement_away"
    no_change = "no_change"
    moderate_deterioration = "moderate_deterioration"
    significant_deterioration = "significant_deterioration"
    achieved = "achieved"
    substantial_progress = "substantial_progress"
    limited_progress = "limited_progress"
    deterioration = "deterioration"
    sun = "sun"
    sun_with_cloud = "sun_with_cloud"
    cloud = "cloud"
    thunderstorm = "thunderstorm"
    will_meet = "will_meet"
    accelerate = "accelerate"
    no_progress_expected = "no_progress_expected"
    slow = "slow"
    regression = "regression"
    maintaining = "maintaining"
    moderately_improving = "moderately_improving"
    stagnating = "stagnating"
    decreasing = "decreasing"
    off_track = "off_track"
    well_off_track = "well_off_track"
    fair = "fair"
    limited = "limited"


class Working(Coded):
    """Numbers on the way to a method's own."""

    progress_share = "progress_share"
    time_share = "time_share"
    actual_growth = "actual_growth"
    required_growth = "required_growth"
    short_growth = "short_growth"
    long_growth = "long_growth"
    limit_factor = "limit_factor"
    score = "score"
    mean_change = "mean_change"
    projected = "projected"
    current_status = "current_status"
    anticipated = "anticipated"
    first_value = "first_value"
    recent_per_year = "recent_per_year"
    needed_per_year = "needed_per_year"
    slope = "slope"
    required_per_year = "required_per_year"


class Obstacle(Coded):
    """What stands against a method: why it gives a target no class, or none that decides."""

    about_span = "about_span"
    held_yearly = "held_yearly"
    knows_no_target = "knows_no_target"
    no_target = "no_target"
    no_deadline = "no_deadline"
    no_baseline = "no_baseline"
    no_later_figure = "no_later_figure"
    no_earlier_figure = "no_earlier_figure"
    few_recent_figures = "few_recent_figures"
    few_yearly_figures = "few_yearly_figures"
    not_positive = "not_positive"
    no_forecast = "no_forecast"
    deadline_reached = "deadline_reached"
    target_behind_baseline = "target_behind_baseline"
    undefined = "undefined"


class Scale(Coded):
    """On what scale a series is carried on."""

    identity = "identity"
    log = "log"
    logit = "logit"


class NoChance(Coded):
    """Why there is no chance of meeting a target, or no forecast of its series."""

    too_few_points = "too_few_points"
    no_variation = "no_variation"
    no_deadline = "no_deadline"
    no_target = "no_target"
    no_baseline = "no_baseline"
    no_figure = "no_figure"
    bound = "bound"
    missing_years = "missing_years"
    basis_differs = "basis_differs"
    deadline_reached = "deadline_reached"
    settled = "settled"
    ended = "ended"


FAMILY_OF: dict[Status, Family] = {
    Status.achieved: Family.kept,
    Status.achieved_late: Family.kept,
    Status.achieved_unverified: Family.kept,
    Status.on_track: Family.on_track,
    Status.behind: Family.behind,
    Status.far_behind: Family.behind,
    Status.wrong_direction: Family.behind,
    Status.missed: Family.missed,
    Status.awaiting_data: Family.waiting,
    Status.basis_changed: Family.waiting,
    Status.pace_unknown: Family.waiting,
    Status.no_data: Family.cannot_be_judged,
    Status.no_deadline: Family.cannot_be_judged,
    Status.no_numeric_target: Family.not_judged,
    Status.listed: Family.not_judged,
    Status.superseded: Family.not_judged,
    Status.dropped: Family.not_judged,
}

JUDGING = tuple(method for method in Method if method is not Method.eurostat_trend)
"""Methods that judge the way to a target; the other one reads a trend alone."""

GIVEN_UP = (Status.superseded, Status.dropped)
"""Statuses of targets that nobody is held to any longer."""

STRIP = (Family.kept, Family.on_track, Family.behind, Family.missed, Family.waiting, Family.cannot_be_judged)
"""Families of the overview's strip, in its order; `not_judged` is counted apart."""
