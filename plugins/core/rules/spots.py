"""Fields as spots name them."""


def pointer_of(field: str) -> tuple[str | int, ...]:
    """Turn `claims.0.because` into the pointer that `Spot` carries."""
    return tuple(int(step) if step.isdigit() else step for step in field.split("."))
