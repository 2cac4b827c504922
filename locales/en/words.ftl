# Words to know, and information about the pages themselves.

page-words = Words to know

# What a kind of goal is about. $title is its name.
explainer = More about this skill: { $title }

# Above the student's own words, where they were not spoken.
voice-wrote = What { $name } wrote
voice-drew = What { $name } drew

# Places outside the school that help for free.
partners = Free help near you
partners-lead = These places are not part of the school.
partner-languages = Languages: { $languages }
# $host is the name of the website.
partner-web = Open { $host }

# About the pages themselves.
page-about = About these pages
about-references = Where to read more
# $what is what readers find there, $host the name of the website.
about-reference = { $what } ({ $host })
about-keeps = What these pages keep about you
about-no-account = You need no account and no app. These pages put no cookie on your phone.
about-no-counting = Nobody counts your visits. The pages take nothing from other websites, so no other website learns that you read them.
about-host = The computer that sends you the pages may record the time and the number of your connection. The school is responsible for that record. If you have a question, call { $phone }.
about-not = What these pages are not
about-not-iep = They are not the IEP. The IEP is the written plan that you and the school agree on.
about-not-notice = They are not prior written notice. That is the letter the school must send you before it changes the plan, or says no to a change.
about-not-consent = They do not ask for your consent. When you read a page, you do not say yes to anything.
about-papers = For the IEP and for official letters, call { $phone }.
about-source = Where the text comes from
about-written = The people who work with { $name } write it in { $language }.
about-translated = What you read in { $language } was translated. If a computer did it and no person has checked it, the page says so. If a part has no translation yet, the page says that too.
about-fixed = Headings, and other text that is the same for every child, come with kinfolio, the program that makes these pages.
about-fixed-unreviewed = Headings, and other text that is the same for every child, come with kinfolio, the program that makes these pages. No native reader has checked them yet.
