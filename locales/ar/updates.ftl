# Weekly updates.

updates-lead = الأحدث أولًا.
update-about = عن: { $goals }
