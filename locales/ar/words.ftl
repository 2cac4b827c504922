# Words to know, the page for paper, and what is said about the site itself.

page-words = كلمات مفيدة
about-words = معاني الكلمات المستخدمة في المدرسة
