# Weekly updates.

updates-lead = Tin mới nhất ở trên cùng.
