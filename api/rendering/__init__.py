"""The forms that an answer takes: JSON, tables, linked data, drawings."""
