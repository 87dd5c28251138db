"""The parts of a résumé, known by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.core.resumes.items import Item


class SectionName(StrEnum):
    """What a part of a résumé holds."""

    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    ACHIEVEMENTS = "achievements"
    PROJECTS = "projects"
    SKILLS = "skills"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    AWARDS = "awards"
    VOLUNTEERING = "volunteering"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"


# Where a line can be an achievement at work; elsewhere it is read, but not as one.
WORK = frozenset(
    (
        SectionName.EXPERIENCE,
        SectionName.ACHIEVEMENTS,
        SectionName.PROJECTS,
        SectionName.VOLUNTEERING,
        SectionName.SUMMARY,
    )
)

_HEADINGS = {
    SectionName.EXPERIENCE: (
        r"(?:(?:professional|work|working|relevant|employment|career|industry|other|additional|previous|"
        r"project|management|related|leadership|technical|key|prior|recent|current|military|selected|"
        r"consulting|research|teaching|business) )*"
        r"(?:experiences?|employment|work history|job history)(?: history| summary| details| highlights)?|"
        r"(?:work|employment|career|job|professional) (?:history|background|record|path|progression)|"
        r"positions held|work|where i(?: ha)?ve worked|responsibilities|accomplishments and experience"
    ),
    SectionName.ACHIEVEMENTS: (
        r"(?:(?:key|selected|major|career|professional|notable|core|significant|top) )*(?:achievements?|"
        r"accomplishments?|results|impact|wins)|career highlights|highlights of (?:career|experience)|"
        r"selected highlights"
    ),
    SectionName.PROJECTS: (
        r"(?:(?:key|selected|major|personal|notable|academic|recent|relevant|sample|client|side|"
        r"open source|professional|project) )*(?:projects?|initiatives|engagements|"
        r"assignments)(?: experience| summary| details| undertaken| handled)?|portfolio"
    ),
    SectionName.SUMMARY: (
        r"(?:(?:professional|executive|career|personal|qualifications?|candidate|brief|work|"
        r"experience) )*(?:summary|profile|overview|statement|introduction)(?: of qualifications|"
        r" of skills)?|about(?: me)?|(?:career |professional |job )?objectives?|who i am|in brief|bio"
    ),
    SectionName.SKILLS: (
        r"(?:(?:technical|professional|core|key|relevant|computer|software|soft|hard|it|management|"
        r"additional|other|top|areas of|business|project management|leadership) )*(?:skills?|"
        r"competenc(?:y|ies)|expertise|proficienc(?:y|ies)|technologies|tools|strengths|qualifications|"
        r"knowledge|stack|toolbox|abilities|capabilities)"
        r"(?: and (?:tools|technologies|abilities|expertise|competencies|interests|strengths|knowledge))?|"
        r"skill ?set|technical (?:background|summary|environment|stack)|highlights|skill highlights|"
        r"tech stack|what i use|methodologies"
    ),
    SectionName.EDUCATION: (
        r"(?:(?:professional|academic|formal|my) )?education(?:al)?(?: and (?:training|certifications?|"
        r"credentials|qualifications|awards|development|honou?rs))?(?: background| qualifications?|"
        r" history| details)?|academic (?:background|qualifications?|history|credentials|details|record)|"
        r"academics|training(?: and (?:education|development))?|(?:relevant )?course ?work|courses|"
        r"studies|qualifications? and education"
    ),
    SectionName.CERTIFICATIONS: (
        r"(?:professional |technical |relevant )?(?:certifications?|certificates?|licenses?|licensures?|"
        r"credentials|accreditations?)(?: and (?:licenses?|certifications?|training|awards|courses|"
        r"memberships|education))?|professional development|(?:trainings?|"
        r"courses) (?:and )?certifications?|professional (?:affiliations?|memberships?)|affiliations?|"
        r"memberships?"
    ),
    SectionName.AWARDS: (
        r"(?:awards?|honou?rs|recognitions?|scholarships?|distinctions?|prizes)(?: and (?:awards?|"
        r"honou?rs|recognitions?|achievements?|accomplishments?|scholarships?|certifications?))*|"
        r"achievements and awards|accolades"
    ),
    SectionName.VOLUNTEERING: (
        r"volunteer(?:ing|ism)?(?: experience| work| activities| history)?|community(?: (?:involvement|"
        r"service|work|engagement|leadership))?|(?:extra ?curricular|co ?curricular|leadership|"
        r"other) (?:activities|involvement)(?: and \w+)?|activities|social work|civic \w+"
    ),
    SectionName.PUBLICATIONS: (
        r"(?:selected )?(?:publications?|patents|talks|presentations|speaking|papers|writing|conferences?|"
        r"invited talks|research)(?: and (?:talks|patents|presentations|publications|speaking))?|"
        r"speaking engagements"
    ),
    SectionName.LANGUAGES: r"languages?(?: skills| proficiency| known)?",
    SectionName.INTERESTS: (
        r"(?:personal |other )?(?:interests?|hobbies|pastimes)(?: and (?:hobbies|interests|activities))?|"
        r"outside work"
    ),
    SectionName.REFERENCES: r"(?:professional )?referen(?:ces|ees)|recommendations|testimonials",
    SectionName.CONTACT: (
        r"contact(?: (?:info|information|details|me))?|personal (?:information|details|data|info|"
        r"particulars)|links|online presence|profiles?|find me online|my contacts?"
    ),
}
_COMPILED = {name: re.compile(rf"(?:my )?(?:{expression})") for name, expression in _HEADINGS.items()}
LONGEST_HEADING = 48  # letters


@dataclass(frozen=True)
class Section:
    name: SectionName
    heading: str


def section_of(item: Item) -> Section | None:
    """The section that an item opens, if it is a heading that we know."""
    text = _plain(item.text)
    if not text or len(item.text) > LONGEST_HEADING or item.lines > 2 or item.bullet:
        return None
    for name, heading in _COMPILED.items():
        if heading.fullmatch(text):
            return Section(name, item.text.strip(" :"))
    return None


def _plain(text: str) -> str:
    """The heading in small letters without signs; letters set apart are put together."""
    spaced = re.fullmatch(r"(?:\S )+\S", text.strip()) is not None and len(text) > 5
    joined = text.replace(" ", "") if spaced else text
    plain = re.sub(r"\s*[&+/]\s*|\s*,\s*", " and ", joined.lower())
    return re.sub(r"\s+", " ", re.sub(r"[^a-z ]", " ", plain)).strip()


def inline_section(text: str) -> tuple[Section, str] | None:
    """A heading and the text after it on one line: “Skills: Jira, SQL”."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(head) > LONGEST_HEADING:
        return None
    plain = _plain(head)
    for name in (SectionName.SKILLS, SectionName.LANGUAGES, SectionName.CERTIFICATIONS, SectionName.INTERESTS):
        if _COMPILED[name].fullmatch(plain):
            return Section(name, head.strip()), rest.strip()
    return None
