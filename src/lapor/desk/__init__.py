"""Officers: inbox, verification, routing, answering, intake, agencies, catalogue, users."""
