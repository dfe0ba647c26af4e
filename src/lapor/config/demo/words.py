"""All topics of the demo world."""

from lapor.config.demo import tales_of_conduct as conduct
from lapor.config.demo import tales_of_services as services
from lapor.config.demo import tales_of_streets as streets
from lapor.config.demo.tales_of_strays import STRAY

TOPICS = (
    streets.ROAD,
    streets.LAMP,
    streets.WASTE,
    streets.DRAIN,
    streets.WATER,
    services.IDENTITY_CARD,
    services.CLINIC,
    services.SCHOOL,
    services.AID,
    services.AID_CENTRAL,
    services.PASSPORT,
    conduct.LEVY,
    conduct.DUTY,
    conduct.WISH,
    conduct.QUESTION,
    STRAY,
)
