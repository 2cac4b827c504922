# Weekly updates.

updates-lead = The newest comes first.
update-about = About: { $goals }
