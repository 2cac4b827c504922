# Weekly updates.

updates-lead = الأحدث أولًا.
