"""The JSON API: files below `api/v1/`, described by an OpenAPI document."""
