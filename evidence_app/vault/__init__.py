"""Where things are kept: originals, catalog, custody log. The only place that knows SQLAlchemy."""
