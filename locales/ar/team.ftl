# The people who work with the student.

team-lead = يمكنكم الاتصال بأي شخص هنا أو الكتابة إليه.
team-first = اتصلوا هنا أولًا
team-hours = أفضل وقت: { $hours }
