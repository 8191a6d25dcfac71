"""What pages say of themselves where they are shared or searched for."""

TEXTS: dict[str, str] = {
    "meta.name": "Stated targets against observed fact",
    "meta.whole": (
        "What public bodies promised, by when, and how the published numbers stand: each target with its verdict, the "
        "figure and the method it rests on, as known on any day."
    ),
    "meta.card": "Milepost: stated targets against observed fact",
}
