"""How measured times are told: percentiles, and ratios against a baseline of the same run."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share (0.0–1.0) of the values lies, the nearest measured one."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def told(what: str, times_ms: Sequence[float]) -> str:
    """Return one line with the percentiles of times."""
    shares = ((0.5, "50 %"), (0.95, "95 %"), (0.99, "99 %"))
    found = "  ".join(f"{name} {percentile(times_ms, share):.1f}" for share, name in shares)
    return f"  {what}, ms, {len(times_ms)} times: {found}  max {max(times_ms):.1f}"
