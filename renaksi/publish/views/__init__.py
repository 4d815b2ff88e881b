"""One function for each kind of page: the prepared values its template prints."""
