"""The words by which a line shows what it is about: effects, deliveries, duties, purposes, dimensions, methods."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.core.achievements.lexicon import Lexicon, Spoken, alternatives


def words(text: str) -> str:
    """Words as alternatives of a pattern; a star stands for any ending."""
    return alternatives(text)


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(text)})\b", re.IGNORECASE)


def named_in(spoken: Spoken, known: Mapping[str, Lexicon]) -> tuple[str, ...]:
    """The names whose words stand in the text."""
    return tuple(name for name, listed in known.items() if listed.among(spoken))


# -- verbs

# A change for the better, told as done.
EFFECT_STRONG = """
    reduced, cut, decreased, lowered, slashed, trimmed, shortened, shrank, shrunk, halved, saved, avoided,
    averted, eliminated, prevented, increased, improved, raised, boosted, grew, grown, doubled, tripled,
    quadrupled, accelerated, sped up, lifted, gained, won, earned, exceeded, surpassed, outperformed, beat,
    recovered, regained, restored, rescued, salvaged, turned around, reversed, unblocked, generated, yielded,
    strengthened, stabilized, stabilised, revived, brought down, brought back, pulled in, pulled forward,
    clawed back, won back, freed, freed up, drove down, drove up, offset, recouped, scaled, cleared, dropped,
    fell, rose, climbed, went from, came down, outpaced, sold, returned, took out, squeezed, compressed
    """
# The same told more softly, or of what could also be a duty.
EFFECT_SOFT = """
    removed, expanded, achieved, attained, resolved, secured, enhanced, optimized, optimised, maximized,
    maximised, minimized, minimised, streamlined, averaged, maintained, retained, kept, sustained, held,
    decommissioned, retired, reached, hit, met, passed, eased, simplified, modernized, modernised,
    consolidated, transformed, converted, revamped, contained, mitigated, ended, closed out, fixed, stopped,
    replaced, unified, solved, qualified, overcame, ensured, enabled, brought, made
    """
EFFECT_DONE = f"{EFFECT_STRONG.rstrip()}, {EFFECT_SOFT.lstrip()}"
# A change told beside the deed: ", cutting the cycle by a week".
EFFECT_BESIDE = """
    reducing, cutting, decreasing, lowering, slashing, trimming, shortening, saving, avoiding, eliminating,
    removing, preventing, increasing, improving, raising, boosting, growing, expanding, doubling, tripling,
    halving, accelerating, lifting, gaining, winning, earning, achieving, exceeding, recovering, restoring,
    unblocking, generating, yielding, strengthening, enhancing, stabilizing, freeing, bringing down,
    pulling in, clawing back, winning back, enabling, allowing, keeping, retaining, maintaining, ending,
    closing, dropping, easing, sharpening, speeding up, making, meeting, beating, delivering, leaving,
    taking, moving
    """
EFFECT_PRESENT = """
    reduces, cuts, saves, improves, increases, grows, eliminates, prevents, accelerates, generates
    """
EFFECT_INFINITIVE = """
    reduce, cut, decrease, lower, shorten, save, avoid, eliminate, remove, prevent, increase, improve, raise,
    boost, grow, expand, accelerate, achieve, exceed, recover, restore, ensure, assure, guarantee, maximize,
    minimize, minimise, optimize, optimise, enhance, streamline, maintain, meet, support, enable, facilitate,
    drive, deliver, keep, mitigate, strengthen, provide, allow, promote, foster, create, identify, determine,
    track, address, align, help
    """
DELIVERY_DONE = """
    delivered, launched, shipped, released, completed, finished, deployed, rolled out, migrated, cut over,
    commissioned, opened, published, handed over, went live, gone live, put into, brought live, took live,
    transitioned, onboarded, certified, closed, finalized, filed, passed, installed, relocated, cleared
    """
BUILT = """
    built, created, developed, designed, introduced, established, implemented, set up, founded, started,
    initiated, authored, wrote, produced, engineered, organized, automated, standardized, formed, instituted,
    architected, configured, drafted, defined, integrated, prepared, conceptualized
    """
DUTY_DONE = """
    managed, coordinated, oversaw, supervised, supported, assisted, helped, participated, worked, served,
    handled, facilitated, conducted, performed, provided, maintained, monitored, tracked, reported, prepared,
    reviewed, collaborated, liaised, partnered, attended, acted, communicated, engaged, ensured, planned,
    scheduled, organized, analyzed, analysed, gathered, documented, updated, administered, executed,
    directed, led, guided, mentored, trained, coached, advised, consulted, presented, chaired, hosted, ran,
    tested, investigated, researched, evaluated, assessed, identified, interacted, responded, followed,
    escalated, compiled, collected, processed, assigned, contributed, involved, interfaced, negotiated,
    headed, spearheaded, owned, controlled, inspected, estimated, procured, recommended, worked with,
    employed, utilized, used, answered, taught, tutored, operated, drove, studied, verified, focused
    """
DUTY_PRESENT = """
    manage, manages, coordinate, coordinates, oversee, oversees, supervise, supervises, support, supports,
    assist, assists, participate, work, works, handle, handles, facilitate, facilitates, conduct, conducts,
    perform, performs, provide, provides, maintain, maintains, monitor, monitors, track, tracks, report,
    reports, prepare, prepares, review, reviews, collaborate, liaise, partner, attend, act, communicate,
    engage, ensure, ensures, plan, plans, schedule, organize, analyze, gather, document, update, administer,
    execute, direct, lead, leads, guide, mentor, train, coach, advise, present, chair, run, runs, test,
    evaluate, assess, identify, respond, follow, escalate, compile, develop, develops, create, creates,
    define, defines, establish, implement, design, build, drive, drives, own, owns, serve, serves, help,
    control, produce, estimate, negotiate, secure, obtain, deliver, delivers, contribute, interface,
    recommend, research, investigate, focus, head, set, utilize, use, build, streamline
    """
DUTY_ING = """
    managing, coordinating, overseeing, supervising, supporting, assisting, participating, working, handling,
    facilitating, conducting, performing, providing, maintaining, monitoring, tracking, reporting, preparing,
    reviewing, collaborating, liaising, partnering, planning, scheduling, organizing, analyzing, gathering,
    documenting, updating, administering, executing, leading, directing, training, ensuring, developing,
    creating, defining, implementing, designing, building, testing, communicating, identifying, initiating,
    forecasting, setting, following, escalating, negotiating, driving, resolving, estimating, controlling,
    evaluating, assessing, defining, establishing, running, integrating, interacting, engaging, presenting,
    obtaining, verifying
    """
DUTY_NOUN = """
    management, coordination, oversight, supervision, preparation, planning, development, documentation,
    administration, implementation, monitoring, tracking, support, production, review, maintenance,
    automation, inspection, communication, direction, facilitation, execution, analysis, responsibility,
    responsibilities, liaison, assistance, participation, scheduling, follow up, identification, evaluation,
    handling, reporting, conducting, provision
    """
OWNED = """
    led, owned, delivered, drove, launched, directed, headed, spearheaded, built, founded, ran, rescued,
    recovered, took over, took ownership, initiated, negotiated, orchestrated, championed, created, designed,
    established, introduced, turned around, completed, shipped, executed, managed, won, cut, reduced, saved,
    pioneered, secured, accountable
    """
SHARED = """
    supported, assisted, helped, contributed, participated, collaborated, coordinated, facilitated,
    worked with, partnered, involved, part of, member of, co-led, aided, served
    """
WEAK_OPENINGS = """
    responsible for, duties include, duties included, worked on, helped, assisted, involved in, tasked with,
    participated in, in charge of, was part of, handled, supported, served as, acted as, my responsibilities,
    accountable for, role included, working on, exposure to
    """

# -- clauses

PURPOSE = re.compile(
    rf"\b(?:in\s+order\s+to|so\s+as\s+to|so\s+that|with\s+(?:a|the)\s+(?:goal|aim|focus|objective|view|"
    rf"intent)(?:\s+\w+)?\s+(?:of|on|to)|aimed\s+at|aiming\s+to|designed\s+to|intended\s+to|"
    rf"geared\s+towards?|"
    rf"(?:to\s+)?(?:ensure|ensures|ensuring|assure|assuring|make\s+sure|making\s+sure|be\s+certain|"
    rf"guarantee|guaranteeing)|"
    rf"for\s+the\s+purpose\s+of|for\s+(?:improving|reducing|increasing|ensuring)|towards|"
    rf"to\s+(?:help\s+|further\s+|continuously\s+|better\s+|consistently\s+|successfully\s+|"
    rf"effectively\s+)?(?:{words(EFFECT_INFINITIVE)}))\b",
    re.IGNORECASE,
)
LED_TO = re.compile(
    r"\b(?:result(?:ed|s|ing)\s+in|l(?:ed|eading)\s+to\s+(?:a|an|the|\d|improved|increased|reduced|"
    r"better|higher|lower|faster|fewer|more|less|significant|improve\w*|adoption)|"
    r"which\s+(?:\w+ly\s+)?(?:reduced|cut|saved|improved|increased|led|resulted|enabled|"
    r"brought|gave|allowed|lowered|raised|grew|helped|became|dominated|won|eliminated|ended|made|kept|"
    r"drove)|that\s+(?:\w+ly\s+)?(?:reduced|cut|saved|improved|increased|resulted|enabled|lowered|"
    r"raised|grew|won|eliminated|achieved|generated|drove|"
    r"was\s+adopted|were\s+adopted|brought|delivered)|contributing\s+to|contributed\s+to\s+(?:a|an)\s|"
    r"thereby|thus|as\s+a\s+result|translat(?:ed|ing)\s+(?:in)?to|culminat(?:ed|ing)\s+in|paving|"
    r"yielding|so\s+(?:the|that\s+the)\s+\w+\s+(?:could|went|shipped))\b",
    re.IGNORECASE,
)
KEPT_PROMISE = re.compile(
    r"\b(?:on[\s-]time|on[\s-](?:or[\s-](?:under|below)[\s-])?budget|"
    r"(?:with)?in[\s-](?:the\s+)?(?:agreed\s+|approved\s+|planned\s+|allocated\s+)?budget|"
    r"under[\s-](?:the\s+)?budget|below[\s-]budget|on[\s-]schedule|"
    r"ahead\s+of\s+(?:the\s+)?(?:schedule|plan|time|deadline|target)|"
    r"(?:weeks?|months?|days?|sprints?|quarters?)\s+(?:early|ahead|sooner)|to\s+plan|"
    r"first[\s-]time[\s-]right|on[\s-]target|within\s+(?:the\s+)?(?:scope|schedule|deadline|timeline|"
    r"sla|time)|"
    r"before\s+(?:the\s+)?(?:deadline|due\s+date|planned|winter|season)|"
    r"original\s+(?:completion\s+)?(?:date|deadline|schedule|budget))\b",
    re.IGNORECASE,
)
AWARD = re.compile(
    r"\b(?:award(?:s|ed)?\b(?!\s+(?:of\s+)?(?:\w+\s+){0,2}(?:projects?|contracts?|work|bids?|jobs?))|"
    r"recogni[sz]ed\b|recognition\s+(?:for|from|by)|named\s+(?:\w+\s+){0,3}(?:of\s+the|top|best)|"
    r"(?:was\s+|were\s+)?(?:selected|chosen|picked|nominated)\s+(?:to|as|for|from|out\s+of|by|among)\b|"
    r"honou?r(?:ed|s)\b|"
    r"promoted\b(?!\s+the\b)|ranked\b|winner\b|recipient\b|medal\b|prize\b|employee\s+of\s+the|commended\b|"
    r"president['’]?s\s+club|finalist\b|featured\b|rated\b|top\s+(?:performer|\d+|ten|five|three))",
    re.IGNORECASE,
)
HOW = re.compile(
    r"\b(?:by\s+(?:\w+ly\s+)?\w+ing|through\s+(?:a|an|the|\w+)|using|via|with\s+(?:a|an)\s+\w+|"
    r"after\s+\w+ing|leveraging|applying|by\s+means\s+of|on\s+the\s+basis\s+of|introducing|utilizing|"
    r"under\s+a\s+\w+)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:significant(?:ly)?|various|several|numerous|many|greatly|substantial(?:ly)?|overall|"
    r"general|better|effective(?:ly)?|efficien(?:t|tly|cy|cies)|productivity|success(?:ful|fully)?|"
    r"multiple|strong|best|world-class|"
    r"improved\s+(?:the\s+)?(?:quality|efficiency|process(?:es)?|communication|performance|"
    r"productivity)|track\s+record|proven|value|synergy|excellence)\b",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"\b(?:results[\s-]driven|hard[\s-]?working|team\s+player|go[\s-]getter|self[\s-]starter|"
    r"detail[\s-]oriented|dynamic|synerg\w+|world[\s-]class|best[\s-]in[\s-]class|cutting[\s-]edge|"
    r"passionate|guru|ninja|rockstar|think\s+outside|"
    r"etc|and\s+so\s+on|various\s+duties|other\s+duties)\b",
    re.IGNORECASE,
)

_AMOUNT = r"(?:\w+\s+){0,3}[<>~]?[$£€₹]?\d"
BY_AMOUNT = re.compile(
    rf"\b\w{{3,}}(?:ing|ed|ut|ew|ve|d)\b[^.;]{{0,90}}?\bby\s+{_AMOUNT}|\b(?:up|down)\s+(?:by\s+)?\d|"
    r"\b\d[\d.,]*\s?%\s+(?:\w+\s+){0,2}(?:reduction|increase|improvement|growth|decrease|drop|savings?|gain|"
    r"faster|lower|higher|fewer|less|more|uplift|rise|cut)",
    re.IGNORECASE,
)
FROM_TO = re.compile(r"\bfrom\s+(?:\w+\s+)?[$£€₹]?\d[^.;]{0,40}?\bto\s+(?:\w+\s+){0,2}[$£€₹<]?\d", re.IGNORECASE)
BESIDE_ANY = re.compile(
    r",\s*(?:and\s+|thus\s+|thereby\s+|while\s+|ultimately\s+|hence\s+)?(?:\w+ly\s+)?"
    r"(?!(?:including|using|working|ensuring|involving|managing|utilizing|leveraging|according|following|planning|"
    r"scheduling|testing|training|reporting|engineering|building|coordinating|monitoring|developing|providing|"
    r"supporting|leading|marketing|consulting|manufacturing|pricing|hiring|staffing|billing|budgeting|purchasing|"
    r"designing|implementing|creating|preparing|conducting|maintaining|tracking|operating|processing)\b)"
    r"[a-z]{3,}ing\s+(?:the\s+|a\s+|an\s+|our\s+|its\s+|up\s+|down\s+|back\s+|in\s+)?[a-z$£€\d]",
)

# -- what is no achievement at all

SELF_PRAISE = re.compile(
    r"\b(?:excellent|strong|exceptional|outstanding|superior|proven|ability\s+to|able\s+to|skilled|"
    r"proficient|expertise|experienced|experience\s+(?:in|with)|knowledge\s+of|familiar(?:ity)?|"
    r"motivated|passionate|dedicated|"
    r"highly|adept|talented|enthusiastic|creative|self[\s-]\w+|results[\s-]orient\w+|dynamic|"
    r"good\s+understanding|understanding\s+of|comfortable|excels?|expert|competent|seasoned|versatile|"
    r"fluent|native|keen|"
    r"quick\s+learner|willing|well[\s-]versed|hands[\s-]on|specializ\w+|successful\s+(?:in|at)|"
    r"effective\s+in|professional\s+with|communication\s+skills|interpersonal|problem[\s-]solv\w+)\b",
    re.IGNORECASE,
)
OBJECTIVE = re.compile(
    r"\b(?:seeking|to\s+obtain|looking\s+for|looking\s+to|career\s+objective|objective|aspir\w+|"
    r"where\s+i\s+can|to\s+leverage|to\s+utilize\s+my|position\s+(?:in|where|with)|"
    r"challenging\s+(?:role|position))\b",
    re.IGNORECASE,
)
LEARNING = re.compile(
    r"\b(?:b\.?s\.?c?|b\.?a|m\.?s\.?c?|m\.?b\.?a|ph\.?\s?d|bachelor\w*|master(?:['’]s)?\s+(?:of|in|"
    r"degree|certificate)|diploma|degree|associate\s+of|university|college|school|institute|gpa|"
    r"cum\s+laude|coursework|minor|major(?:ed)?\s+in|"
    r"thesis|graduat(?:ed|ion)|academy|honou?rs|dean['’]?s\s+list|fellowship|scholar(?:ship)?|courses?)\b",
    re.IGNORECASE,
)
CERTIFICATE = re.compile(
    r"\b(?:certif\w+|pmp|csm|capm|prince2|itil|safe\s+\w*\s*agilist|pmi-acp|cspo|license[ds]?|"
    r"licensed|credential\w*|pdu|training|trained\s+in|green\s+belt|black\s+belt|yellow\s+belt|"
    r"clearance)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"@\w|https?:|www\.|linkedin|github\.com|\(\d{3}\)|\+\d{1,2}[\s(]|\b\d{3}[-.]\d{3}[-.]\d{4}\b|"
    r"\bcity\s*,\s*state\b|references\s+available",
    re.IGNORECASE,
)
_YEARS = (
    r"(?:\d+(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|a\s+dozen|"
    r"several|many)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?(?:\s+and\s+a\s+half)?)\s?\+?"
    r"(?:\s?-\s?\d+)?\s*\+?[\s-]*(?:years?|yrs?\b\.?)['’]?"
)
YEARS_OF = re.compile(
    rf"{_YEARS}[^.;]{{0,90}}?\b(?:experience|exp\b|expertise|background|career|track\s+record|"
    rf"leadership|practice|industry)|"
    rf"\bexperience\s+of\s+(?:over\s+)?\d+\+?\s+years?|{_YEARS}\s+(?:in|of|as|with|across|on|running|"
    rf"leading|managing|agile)\b|"
    rf"\b(?:worked|working)\s+for\s+(?:over\s+|more\s+than\s+)?{_YEARS}|\bdecades?\s+(?:of|in)\b",
    re.IGNORECASE,
)
_YEARS_NAMED = re.compile(r"year|yr|decade", re.IGNORECASE)


def tells_years(line: str) -> bool:
    """Whether the line tells years of experience."""
    return _YEARS_NAMED.search(line) is not None and YEARS_OF.search(line) is not None


COMPANY = re.compile(
    r"^(?:the\s+)?[\w\[\]&.,'’ -]{1,60}?\s+(?:is|was|are)\s+(?:an?|the|one\s+of)\b|,\s+(?:an?|"
    r"the)\s+(?:\w+[\s-]){0,4}(?:company|provider|firm|startup|start-up|manufacturer|agency|bank|"
    r"retailer|organization|division|subsidiary|consultancy|supplier|operator|utility)\b|"
    r"^(?:an?|the)\s+(?:\w+[\s,-]+){0,6}(?:company|provider|firm|startup|start-up|manufacturer|agency|"
    r"bank|retailer|organization)\b|\b(?:project|program|programme|scope|portfolio|team|contract|role|"
    r"position|environment|client|system|work)\s+"
    r"(?:\w+\s+){0,2}(?:included|includes|consisted|consists|comprised|comprises|spanned|spans|"
    r"covered|covers|encompassed|involved)\b|^(?:including|includes|scope|team\s+size|team|budget|"
    r"duration|client|environment|project\s+value|project\s+size|contract\s+value|"
    r"project|clients|reporting\s+to|reports\s+to|headcount|portfolio|location|region|industry|"
    r"stakeholders|size|value)\s*:",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"\b(?:reporting\s+to|reported\s+to|reports?\s+directly\s+to|direct\s+reports?|team\s+size|"
    r"member\s+of\s+(?:a|the|an)|part\s+of\s+(?:a|the|an))\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:manager|director|engineer|coordinator|analyst|consultant|administrator|specialist|lead|"
    r"officer|president|intern|associate|assistant|developer|architect|supervisor|scrum\s+master|"
    r"owner|designer|technician|founder|cto|ceo|vp|head)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:i|my|we|our)\b", re.IGNORECASE)
PLACEHOLDER = re.compile(
    r"\[(?:[A-Za-z# ]{1,30})\]|\{[A-Za-z# ]{1,30}\}|<[a-z# ]{2,30}>|\b(?:XX+|xx+)\b|_{3,}|\bX+\s?%|[$£€]\s?X+\b|\bN\s?%"
)
_SEPARATORS = re.compile(r"[,|;•·]")


def is_list(line: str) -> bool:
    """Whether the line is mostly short pieces with signs between them, as lists of skills are."""
    pieces = _SEPARATORS.split(line)
    return len(pieces) > 4 and sum(len(piece) <= 40 for piece in pieces) >= len(pieces) - 1


# -- dimensions

DIMENSIONS = {
    "schedule": Lexicon(
        """
    schedule*, timeline*, time line*, timeframe*, time frame*, deadline*, milestone*, on time, ahead of,
    early, late, delay*, slip*, critical path, lead time*, cycle time*, time to market, turnaround,
    days early, weeks early, behind, go live date, cutover date, release cycle*, overdue, backlog age,
    wait time*, due date*, completion date, timely, cadence, target date*, sooner, faster, weeks of slip,
    lost time on, launch date
    """
    ),
    "cost": Lexicon(
        """
    budget*, cost*, saving*, saved, spend*, expense*, margin*, profit*, financ*, overrun*, funding, invoice*,
    fees, capex, opex, price*, pricing, cash, write off*, license fees, earned value, burn rate, procure*,
    under run*, gross, forecast*
    """
    ),
    "quality": Lexicon(
        """
    quality, scope, defect*, accura*, complian*, standard*, reliab*, performance, uptime, availability,
    acceptance, specification*, efficien*, rework, bug*, latency, test coverage, error*, throughput,
    productivity, first pass, regression*, robust*, conformit*, UAT, feature*, speed, effort, downtime,
    crash*, response time, process improvement*
    """
    ),
    "risk": Lexicon(
        """
    risk*, mitigat*, safety, incident*, injur*, accident*, audit*, secur*, contingenc*, issue*, escalat*,
    disaster recovery, outage*, vulnerab*, breach*, fraud*, hazard*, deficienc*, loss, losses, damages,
    single point*, fallback, rollback*, continuity, blocker*, compliance finding*, penalt*
    """
    ),
    "customer": Lexicon(
        """
    customer*, client satisfaction, nps, csat, revenue*, sales, adoption, user*, retention, market*, churn,
    conversion*, subscriber*, renewal*, patient*, merchant*, guest*, orders, growth, business value,
    stakeholder satisfaction, account*, satisfaction, contract win, downloads
    """
    ),
    "team": Lexicon(
        """
    hired, hire, hiring, mentor*, coach*, trained, train, training, onboarding, onboard*, attrition, morale,
    turnover, recruit*, staffing, team building, promot*, staff development, retained, engagement score*,
    succession, cross train*, leadership, people, personnel, staff, supervis*, direct reports, team of,
    coached
    """
    ),
}
METHODS = {
    "Scrum": Lexicon("scrum, sprint, sprints, sprint planning, daily stand up*, standups"),
    "Kanban": Lexicon("kanban, wip limit*"),
    "Agile": Lexicon("agile, pi planning, backlog grooming, backlog refinement, retrospective*, iterative delivery"),
    "SAFe": Lexicon("safe agilist, scaled agile*, release train*, PI planning"),
    "Waterfall": Lexicon("waterfall, stage gate*, phase gate*, sdlc"),
    "Lean": Lexicon("lean, value stream*, kaizen, 5s, gemba"),
    "Six Sigma": Lexicon("six sigma, dmaic, green belt, black belt"),
    "PRINCE2": Lexicon("prince2"),
    "PMO": Lexicon("pmo, project management office"),
    "Critical path": Lexicon("critical path, cpm, critical chain"),
    "Earned value": Lexicon("earned value, evm, cpi, spi"),
    "RAID log": Lexicon("raid log*, raid, risk register*, risk log*, issue log*"),
    "RACI": Lexicon("raci"),
    "OKRs": Lexicon("okr*"),
    "Change control": Lexicon("change control*, change request process, change advisory board, ccb, cab"),
    "Governance": Lexicon("governance, steering committee*, steerco, project board, stage review*, tollgate*"),
    "DevOps": Lexicon("devops, ci/cd, continuous integration, continuous delivery"),
    "Hybrid": Lexicon("hybrid delivery, hybrid method*, water scrum fall"),
    "Rolling wave": Lexicon(
        "rolling wave, three point estimat*, monte carlo, planning poker, wbs, work breakdown structure*"
    ),
}
ASYNC_PRACTICES = {
    "Written status reports": Lexicon(
        "status report*, weekly report*, written update*, weekly digest*, async status*, status memo*, written status"
    ),
    "Decision log": Lexicon("decision log*, decision record*, decision register*, adr*"),
    "Shared board": Lexicon("shared board*, jira board*, project board*, kanban board*, dashboard*, trello board*"),
    "Written proposals": Lexicon("rfc, rfcs, design doc*, written proposal*, one pager*, six pager*, memo"),
    "Runbooks": Lexicon("runbook*, run book*, playbook*, checklist*"),
    "Across time zones": Lexicon(
        "time zone*, time zones, distributed team*, remote team*, follow the sun, asynchronous*, async"
    ),
}
STAKEHOLDERS = Lexicon(
    """
    vendor*, supplier*, client, clients, stakeholder*, subcontractor*, contractors, partner, partners,
    countries, country, sites, regions, executives, steering committee, sponsor*, agencies, departments,
    business units, third party, cross functional, global, offshore, customers, owner, investors, regulators,
    universities, offices, time zones, continents, states, dealerships
    """
)
