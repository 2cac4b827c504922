# Weekly updates.

updates-lead = Lo más reciente va primero.
