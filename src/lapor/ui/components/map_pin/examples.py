from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Peta dengan penanda; tanpa skrip tempat ditulis saja",
        '<c-map-pin name="spot" label="Peta tempat kejadian" :latitude="-0.789" :longitude="100.654" />',
    )
]
