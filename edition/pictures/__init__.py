"""Pictures as numbers: where everything stands, before anybody draws it."""
