//! The kinds of diagnostics, with their stable numbers and severities.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// The site is built, but a family will notice.
    Warning,
    /// This student's site is not rebuilt; the last good one stays.
    Error,
    /// A bug in kinfolio.
    Bug,
}

macro_rules! codes {
    ($($number:literal $name:ident $words:literal $severity:ident;)*) => {
        /// Every kind of diagnostic. The number never changes; the wording is
        /// the message with this name in each pack's `diagnostics.ftl`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is documented by its message, which a test demands")]
        pub enum Code { $(#[serde(rename = $number)] $name,)* }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable number, such as `K207`.
            #[must_use]
            pub fn number(self) -> &'static str {
                match self { $(Self::$name => $number,)* }
            }

            /// The name, which is also the message id.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// How serious it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files and folders.
    "K001" BadEncoding "bad-encoding" Error;
    "K002" EmptyFile "empty-file" Error;
    "K003" TooLarge "too-large" Error;
    "K004" Unreadable "unreadable" Error;
    "K005" NotAFile "not-a-file" Error;
    "K006" UnknownFile "unknown-file" Warning;
    "K007" ConflictedCopy "conflicted-copy" Warning;
    "K008" Placeholder "placeholder" Warning;
    "K009" TranslationAlone "translation-alone" Error;
    "K010" UnknownLanguageFile "unknown-language-file" Warning;
    "K011" BadName "bad-name" Error;
    "K012" NamesClash "names-clash" Error;
    "K013" MissingFile "missing-file" Error;
    "K014" NoStudents "no-students" Warning;
    "K015" LanguagesNotOffered "languages-not-offered" Note;
    "K016" FileNameReadAs "file-name-read-as" Note;
    "K017" TwoFilesForOne "two-files-for-one" Error;
    "K018" OtherProgram "other-program" Warning;
    // Changes made to files by sync programs, other programs and people.
    "K020" NotSynced "not-synced" Error;
    "K021" GitConflict "git-conflict" Error;
    "K022" OldEncoding "old-encoding" Note;
    "K023" LooksLikeCopy "looks-like-copy" Warning;
    "K024" CopyAlone "copy-alone" Error;
    "K025" PlaceholderAlone "placeholder-alone" Error;
    "K026" FilesClash "files-clash" Error;
    "K027" FolderCopy "folder-copy" Error;
    // Example content that could be mistaken for real content.
    "K030" ExampleInSchool "example-in-school" Error;
    "K031" StudentInExample "student-in-example" Error;
    // A school's own wording and themes.
    "K040" PackUnsafe "pack-unsafe" Error;
    "K041" PackGap "pack-gap" Warning;
    "K042" LookUnsafe "look-unsafe" Error;
    // Files that change while they are read.
    "K070" NoAnswer "no-answer" Error;
    "K071" StillChanging "still-changing" Warning;
    "K072" TextShrank "text-shrank" Warning;
    "K073" FilesVanished "files-vanished" Error;
    // YAML.
    "K101" YamlTab "yaml-tab" Error;
    "K102" YamlSyntax "yaml-syntax" Error;
    "K103" YamlColon "yaml-colon" Error;
    "K104" DuplicateKey "duplicate-key" Error;
    "K105" YamlAlias "yaml-alias" Error;
    "K106" YamlLimit "yaml-limit" Error;
    "K107" FrontMatterOpen "front-matter-open" Error;
    "K108" UnknownFormat "unknown-format" Error;
    // Data sheets (CSV).
    "K110" SheetSeparator "sheet-separator" Error;
    "K111" SheetHeader "sheet-header" Error;
    "K112" SheetRow "sheet-row" Error;
    "K113" SheetFormula "sheet-formula" Error;
    "K114" SheetNeeds "sheet-needs" Error;
    "K115" SheetQuote "sheet-quote" Error;
    "K116" SheetLeftOut "sheet-left-out" Note;
    "K117" SheetColumn "sheet-column" Error;
    "K118" SheetColumnOpen "sheet-column-open" Error;
    "K119" SheetCell "sheet-cell" Error;
    "K120" SheetDayBlank "sheet-day-blank" Error;
    "K121" SheetDaysSwapped "sheet-days-swapped" Error;
    "K122" SheetDayOrder "sheet-day-order" Error;
    "K123" SheetExcelDay "sheet-excel-day" Error;
    "K124" SheetThousands "sheet-thousands" Error;
    "K125" SheetNoHeading "sheet-no-heading" Error;
    "K126" SheetWide "sheet-wide" Error;
    "K127" SheetOtherFormat "sheet-other-format" Warning;
    "K128" SheetOtherStudent "sheet-other-student" Error;
    "K129" SheetMixed "sheet-mixed" Error;
    // Typing mistakes with one possible reading.
    "K160" YamlMended "yaml-mended" Note;
    "K161" YamlHash "yaml-hash" Error;
    "K162" ReadAs "read-as" Note;
    // Too many problems in one file.
    "K199" MoreInFile "more-in-file" Warning;
    // Text files in an unexpected layout or encoding.
    "K170" FactsAsText "facts-as-text" Error;
    "K171" BlockClosedTwice "block-closed-twice" Note;
    "K172" NotPlainText "not-plain-text" Error;
    "K173" GarbledMended "garbled-mended" Note;
    "K174" Garbled "garbled" Error;
    "K163" TimeAtNight "time-at-night" Error;
    "K164" UnusualTime "unusual-time" Warning;
    "K165" NotChecked "not-checked" Note;
    "K166" PercentOnly "percent-only" Note;
    "K167" DataOutOfPlace "data-out-of-place" Error;
    "K168" BadDayName "bad-day-name" Error;
    "K169" TwoReadings "two-readings" Error;
    // Fields.
    "K201" UnknownField "unknown-field" Error;
    "K202" MissingField "missing-field" Error;
    "K203" WrongType "wrong-type" Error;
    "K204" UnknownChoice "unknown-choice" Error;
    "K205" BadDate "bad-date" Error;
    "K206" DatesReversed "dates-reversed" Error;
    "K207" GoalWithoutBaseline "goal-without-baseline" Error;
    "K208" GoalWithoutTarget "goal-without-target" Error;
    "K209" FutureDate "future-date" Error;
    "K210" OutOfRange "out-of-range" Error;
    "K211" TargetWrongSide "target-wrong-side" Error;
    "K212" UnknownPerson "unknown-person" Error;
    "K213" UnknownGoal "unknown-goal" Error;
    "K214" UnknownTip "unknown-tip" Error;
    "K215" UnknownSupport "unknown-support" Error;
    "K216" UnknownRole "unknown-role" Error;
    "K217" NoSchoolDay "no-school-day" Warning;
    "K218" TranslationShape "translation-shape" Error;
    "K219" TranslationFact "translation-fact" Error;
    "K220" UnknownLanguage "unknown-language" Error;
    "K221" NoPack "no-pack" Warning;
    "K222" UnknownService "unknown-service" Error;
    // Goals and their numbers.
    "K224" DecimalComma "decimal-comma" Error;
    "K225" SheetWithoutDates "sheet-without-dates" Error;
    "K226" NumberTwice "number-twice" Error;
    "K227" SheetAlone "sheet-alone" Error;
    "K228" FewTries "few-tries" Warning;
    "K229" MasteryWindow "mastery-window" Error;
    "K230" ClosedWithoutOutcome "closed-without-outcome" Error;
    "K231" AfterClosing "after-closing" Note;
    "K232" FiveLevels "five-levels" Error;
    "K233" StandardWithoutWords "standard-without-words" Warning;
    "K234" BenchmarkWithoutSource "benchmark-without-source" Error;
    "K235" GoalUnexplained "goal-unexplained" Warning;
    "K236" GoalWithoutUse "goal-without-use" Warning;
    "K237" NotAgreed "not-agreed" Note;
    "K238" NumberFar "number-far" Error;
    "K239" OverLimit "over-limit" Error;
    // Support at school.
    "K240" ServiceWithoutGoals "service-without-goals" Error;
    "K241" ServiceWithoutMinutes "service-without-minutes" Error;
    "K242" HoursReversed "hours-reversed" Error;
    "K243" BlendedParts "blended-parts" Error;
    "K244" CoreMissed "core-missed" Error;
    "K245" ServicesClash "services-clash" Error;
    "K246" TimetableClash "timetable-clash" Error;
    "K247" MinutesWithoutReason "minutes-without-reason" Error;
    "K248" WeekTwice "week-twice" Error;
    "K249" WeekNotMonday "week-not-monday" Warning;
    "K250" ServiceIncomplete "service-incomplete" Warning;
    "K251" LongLooksLike "long-looks-like" Warning;
    "K252" GoalWithoutService "goal-without-service" Warning;
    "K253" NoPlanning "no-planning" Warning;
    "K254" GoalOneOwner "goal-one-owner" Warning;
    "K255" LittleGiven "little-given" Warning;
    "K256" TimesDisagree "times-disagree" Warning;
    "K257" ModificationWithoutNote "modification-without-note" Warning;
    "K258" UniversalForOne "universal-for-one" Warning;
    "K259" InsteadOfDiffers "instead-of-differs" Warning;
    // Dates, reviews and meetings.
    "K260" ReviewIncomplete "review-incomplete" Error;
    "K261" DecidedAfterEnd "decided-after-end" Error;
    "K262" AdjustWithout "adjust-without" Error;
    "K263" VagueReview "vague-review" Error;
    "K264" ReviewOverdue "review-overdue" Warning;
    "K265" ReviewDue "review-due" Note;
    "K266" ShortNotice "short-notice" Warning;
    "K267" NothingStays "nothing-stays" Warning;
    "K268" HandoffOpen "handoff-open" Warning;
    "K269" CheckTooEarly "check-too-early" Error;
    "K270" LevelDrop "level-drop" Note;
    "K271" NoFamilyMeeting "no-family-meeting" Warning;
    "K272" NoInterpreter "no-interpreter" Warning;
    "K282" NoInterpreterLine "no-interpreter-line" Warning;
    "K273" PastMeetingNext "past-meeting-next" Error;
    "K274" UpdateLate "update-late" Warning;
    "K275" FirstPageGap "first-page-gap" Note;
    "K280" CriterionUnread "criterion-unread" Error;
    "K281" FrequencyUnread "frequency-unread" Error;
    // Numbers and dates that look like mistakes, and copies.
    "K276" BeforeBaseline "before-baseline" Error;
    "K277" DayAlone "day-alone" Error;
    "K278" OtherTotal "other-total" Error;
    "K279" DayTooFar "day-too-far" Error;
    "K285" UnknownTimezone "unknown-timezone" Error;
    "K286" CopiedFile "copied-file" Error;
    "K287" SameTitle "same-title" Warning;
    "K288" WaitsForDay "waits-for-day" Note;
    "K289" GoalPastDue "goal-past-due" Warning;
    // Translations.
    "K290" StaleTranslation "stale-translation" Warning;
    "K291" TranslationLogBroken "memory-broken" Warning;
    // Wording.
    "K301" RawHtml "raw-html" Warning;
    "K302" LinkScheme "link-scheme" Error;
    "K303" DeadLink "dead-link" Error;
    "K304" RemoteImage "remote-image" Error;
    "K305" NoTitle "no-title" Error;
    "K306" TooManySteps "too-many-steps" Warning;
    "K307" LongUpdate "long-update" Warning;
    "K308" NotTranslated "untranslated" Note;
    "K309" ForeignDigits "foreign-digits" Warning;
    "K310" HiddenCharacters "hidden-characters" Error;
    "K311" UnknownExplainer "unknown-explainer" Error;
    "K312" PartnerStale "partner-stale" Warning;
    "K313" PartnerUnreachable "partner-unreachable" Warning;
    "K314" Endorsement "endorsement" Warning;
    // Notes to self, and markup of other programs.
    "K315" HiddenWords "hidden-words" Note;
    "K316" HiddenWithoutEnd "hidden-without-end" Error;
    "K317" OtherNote "other-note" Error;
    "K318" NoteToSelf "note-to-self" Error;
    "K319" PrivateContact "private-contact" Error;
    "K320" LeftInWords "left-in-words" Warning;
    // Reading level.
    "K330" DeficitWord "deficit-word" Warning;
    "K331" JargonWord "jargon-word" Warning;
    "K332" VagueWords "vague-words" Warning;
    "K333" CostInTip "cost-in-tip" Warning;
    "K334" HomeLanguage "home-language" Warning;
    "K335" LongNote "long-note" Warning;
    "K336" HardToRead "hard-to-read" Warning;
    "K337" LongSentences "long-sentences" Note;
    "K338" GenderedInLibrary "gendered-in-library" Warning;
    "K340" DeficitWordStops "deficit-word-stops" Error;
    "K341" JargonWordStops "jargon-word-stops" Error;
    "K342" VagueWordsStops "vague-words-stops" Error;
    "K346" HardToReadStops "hard-to-read-stops" Error;
    // Pictures.
    "K350" PictureConsent "picture-consent" Error;
    "K351" PictureFaces "picture-faces" Error;
    "K352" PictureMissing "picture-missing" Error;
    "K353" PictureBroken "picture-broken" Error;
    // Privacy.
    "K401" OtherStudentNamed "other-student-named" Error;
    "K402" SameName "same-name" Warning;
    "K403" NameOrWord "name-or-word" Error;
    "K404" NoEverydayWord "no-everyday-word" Warning;
    "K405" EligibilityLabel "eligibility-label" Error;
    "K406" LabelInLibrary "label-in-library" Warning;
    "K407" StaffPrivate "staff-private" Warning;
    // Readers of sealed pages.
    "K420" NoReader "no-reader" Warning;
    "K421" ReaderTwice "reader-twice" Error;
    "K422" ReaderLanguage "reader-language" Warning;
    "K423" UnknownStudent "unknown-student" Warning;
    "K424" PasswordInAddress "password-in-address" Error;
    // kinfolio itself.
    "K901" Panic "panic" Bug;
    "K902" BrokenPack "broken-pack" Error;
    "K903" BrokenTheme "broken-theme" Bug;
    "K904" OutputLeak "output-leak" Bug;
    "K905" OutputLink "output-link" Bug;
    "K906" OutputOutline "output-outline" Bug;
}

impl Code {
    /// Whether the problem may go away without anybody's help within a minute,
    /// because files are being changed right now.
    #[must_use]
    pub fn passes(self) -> bool {
        matches!(self, Self::StillChanging | Self::TextShrank)
    }

    /// Whether the value names a person or a thing, so that two different
    /// values are two causes.
    pub(super) fn is_about_what_was_found(self) -> bool {
        matches!(
            self,
            Self::UnknownPerson
                | Self::UnknownGoal
                | Self::UnknownTip
                | Self::UnknownSupport
                | Self::UnknownRole
                | Self::UnknownService
                | Self::UnknownLanguage
                | Self::UnknownExplainer
                | Self::PictureMissing
                | Self::PictureBroken
        )
    }

    /// The first digit of the number, which groups the codes.
    #[must_use]
    pub fn hundred(self) -> usize {
        let digit = self
            .number()
            .chars()
            .nth(1)
            .and_then(|digit| digit.to_digit(10));
        digit.map_or(0, |digit| digit as usize)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.number())
    }
}
