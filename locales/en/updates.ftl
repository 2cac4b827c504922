# Weekly updates.

updates-lead = The newest comes first.
