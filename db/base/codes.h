/* SPDX-License-Identifier: MIT
 * The codes that stand in the file, in JSON and on the command line: one list a vocabulary, of the
 * value in C, the code, and its word in English. What the schema's CHECK allows, what rules compare
 * and what people read are all made of these lists; nobody keeps another. */
#pragma once

/* clang-format off */

#define CODES_ROLE(X) \
	X(ROLE_ADMIN, "admin", NC_("role", "administrator")) \
	X(ROLE_OFFICE, "office", NC_("role", "office")) \
	X(ROLE_CUSTODIAN, "custodian", NC_("role", "custodian of the codes")) \
	X(ROLE_JUROR, "juror", NC_("role", "juror")) \
	X(ROLE_AUDITOR, "auditor", NC_("role", "auditor"))

#define CODES_PHASE(X) \
	X(PHASE_PROBLEMS, "problems", NC_("phase", "Problems")) \
	X(PHASE_APPLICATIONS, "applications", NC_("phase", "Applications")) \
	X(PHASE_MENTORING, "mentoring", NC_("phase", "Mentoring")) \
	X(PHASE_SOLUTIONS, "solutions", NC_("phase", "Solutions")) \
	X(PHASE_RESULTS, "results", NC_("phase", "Results")) \
	X(PHASE_PROCUREMENT, "procurement", NC_("phase", "Procurement"))

#define CODES_PHASE_STATE(X) \
	X(PHASE_STATE_PLANNED, "planned", NC_("phase state", "planned")) \
	X(PHASE_STATE_OPEN, "open", NC_("phase state", "open")) \
	X(PHASE_STATE_CLOSED, "closed", NC_("phase state", "closed")) \
	X(PHASE_STATE_DECIDED, "decided", NC_("phase state", "decided"))

#define CODES_SUBMISSION_KIND(X) \
	X(SUBMISSION_KIND_PROBLEM, "problem", NC_("kind", "problem")) \
	X(SUBMISSION_KIND_APPLICATION, "application", NC_("kind", "application")) \
	X(SUBMISSION_KIND_SOLUTION, "solution", NC_("kind", "solution"))

/* Twice: in Swedish a problem is of another gender than an application or a solution. */
#define CODES_SUBMISSION_STATE(X) \
	X(SUBMISSION_STATE_RECEIVED, "received", NC_("submission state", "received"), \
		NC_("application or solution state", "received")) \
	X(SUBMISSION_STATE_ADMITTED, "admitted", NC_("submission state", "admitted"), \
		NC_("application or solution state", "admitted")) \
	X(SUBMISSION_STATE_INELIGIBLE, "ineligible", NC_("submission state", "ineligible"), \
		NC_("application or solution state", "ineligible")) \
	X(SUBMISSION_STATE_SELECTED, "selected", NC_("submission state", "selected"), \
		NC_("application or solution state", "selected")) \
	X(SUBMISSION_STATE_RESERVE, "reserve", NC_("submission state", "in reserve"), \
		NC_("application or solution state", "in reserve")) \
	X(SUBMISSION_STATE_NOT_SELECTED, "not_selected", NC_("submission state", "not selected"), \
		NC_("application or solution state", "not selected")) \
	X(SUBMISSION_STATE_WITHDRAWN, "withdrawn", NC_("submission state", "withdrawn"), \
		NC_("application or solution state", "withdrawn")) \
	X(SUBMISSION_STATE_JOINED, "joined", NC_("submission state", "joined"), \
		NC_("application or solution state", "joined"))

#define CODES_ELIGIBILITY(X) \
	X(ELIGIBILITY_YES, "yes", NC_("eligibility", "yes")) \
	X(ELIGIBILITY_NO, "no", NC_("eligibility", "no")) \
	X(ELIGIBILITY_ASK, "ask", NC_("eligibility", "ask for it"))

/* Overdue: asked for, not answered, and its time is over. Late: answered after it. */
#define CODES_COMPLETION_STATE(X) \
	X(COMPLETION_STATE_OPEN, "open", NC_("completion state", "waits")) \
	X(COMPLETION_STATE_OVERDUE, "overdue", NC_("completion state", "overdue")) \
	X(COMPLETION_STATE_ANSWERED, "answered", NC_("completion state", "answered")) \
	X(COMPLETION_STATE_LATE, "late", NC_("completion state", "answered late")) \
	X(COMPLETION_STATE_DROPPED, "dropped", NC_("completion state", "not needed"))

#define CODES_CHANNEL(X) \
	X(CHANNEL_EMAIL, "email", NC_("channel", "e-mail")) \
	X(CHANNEL_FORM, "form", NC_("channel", "web form")) \
	X(CHANNEL_LETTER, "letter", NC_("channel", "letter")) \
	X(CHANNEL_HAND, "hand", NC_("channel", "in person")) \
	X(CHANNEL_PHONE, "phone", NC_("channel", "telephone")) \
	X(CHANNEL_OTHER, "other", NC_("channel", "other"))

#define CODES_LANGUAGE(X) \
	X(LANGUAGE_FI, "fi", NC_("language", "Finnish")) \
	X(LANGUAGE_SV, "sv", NC_("language", "Swedish")) \
	X(LANGUAGE_EN, "en", NC_("language", "English"))

/* That somebody wants to be written to in; none, as long as nobody has asked them. */
#define CODES_OWN_LANGUAGE(X) \
	X(OWN_LANGUAGE_NONE, "", NC_("own language", "not chosen")) \
	X(OWN_LANGUAGE_FI, "fi", NC_("own language", "Finnish")) \
	X(OWN_LANGUAGE_SV, "sv", NC_("own language", "Swedish")) \
	X(OWN_LANGUAGE_EN, "en", NC_("own language", "English"))

#define CODES_ORGANIZATION_KIND(X) \
	X(ORGANIZATION_KIND_COMPANY, "company", NC_("organization kind", "company")) \
	X(ORGANIZATION_KIND_ASSOCIATION, "association", NC_("organization kind", "association")) \
	X(ORGANIZATION_KIND_JOINT_AUTHORITY, "joint_authority", NC_("organization kind", "joint municipal authority")) \
	X(ORGANIZATION_KIND_COUNTY, "county", NC_("organization kind", "wellbeing services county")) \
	X(ORGANIZATION_KIND_PUBLIC, "public", NC_("organization kind", "other public body")) \
	X(ORGANIZATION_KIND_OTHER, "other", NC_("organization kind", "other"))

#define CODES_PERSON_ROLE(X) \
	X(PERSON_ROLE_CONTACT, "contact", NC_("person's role", "contact person")) \
	X(PERSON_ROLE_MANAGER, "manager", NC_("person's role", "project manager")) \
	X(PERSON_ROLE_JUROR, "juror", NC_("person's role", "juror")) \
	X(PERSON_ROLE_EXPERT, "expert", NC_("person's role", "expert")) \
	X(PERSON_ROLE_MENTOR, "mentor", NC_("person's role", "mentor")) \
	X(PERSON_ROLE_OTHER, "other", NC_("person's role", "other"))

#define CODES_PARTNER_KIND(X) \
	X(PARTNER_KIND_OWNER, "owner", NC_("partner kind", "contracting entity")) \
	X(PARTNER_KIND_FINANCIER, "financier", NC_("partner kind", "financier")) \
	X(PARTNER_KIND_PARTNER, "partner", NC_("partner kind", "partner"))

#define CODES_ROUND_STATE(X) \
	X(ROUND_STATE_PLANNED, "planned", NC_("round state", "in preparation")) \
	X(ROUND_STATE_OPEN, "open", NC_("round state", "open")) \
	X(ROUND_STATE_CLOSED, "closed", NC_("round state", "closed"))

#define CODES_METHOD(X) \
	X(METHOD_MEAN, "mean", NC_("ranking method", "weighted mean")) \
	X(METHOD_MEDIAN, "median", NC_("ranking method", "median")) \
	X(METHOD_TRIMMED, "trimmed", NC_("ranking method", "trimmed mean")) \
	X(METHOD_BORDA, "borda", NC_("ranking method", "Borda count"))

#define CODES_SCOPE(X) \
	X(SCOPE_SUBMISSION, "submission", NC_("conflict scope", "bars that submission")) \
	X(SCOPE_CHALLENGE, "challenge", NC_("conflict scope", "bars the whole comparison"))

#define CODES_REVIEW_STATE(X) \
	X(REVIEW_STATE_NONE, "none", NC_("review state", "not begun")) \
	X(REVIEW_STATE_DRAFT, "draft", NC_("review state", "draft")) \
	X(REVIEW_STATE_SUBMITTED, "submitted", NC_("review state", "submitted")) \
	X(REVIEW_STATE_TAKEN_BACK, "taken_back", NC_("review state", "taken back")) \
	X(REVIEW_STATE_DISPLACED, "displaced", NC_("review state", "displaced draft")) \
	X(REVIEW_STATE_BARRED, "barred", NC_("review state", "disqualified")) \
	X(REVIEW_STATE_ABSTAINED, "abstained", NC_("review state", "abstained"))

#define CODES_MEMBER_STATE(X) \
	X(MEMBER_STATE_ACTIVE, "active", NC_("panel member", "active")) \
	X(MEMBER_STATE_EXCUSED, "excused", NC_("panel member", "excused")) \
	X(MEMBER_STATE_REPLACED, "replaced", NC_("panel member", "replaced"))

#define CODES_GROUND(X) \
	X(GROUND_1, "1", NC_("ground of 28 §", "interest of a party")) \
	X(GROUND_2, "2", NC_("ground of 28 §", "acting for a party")) \
	X(GROUND_3, "3", NC_("ground of 28 §", "personal interest")) \
	X(GROUND_4, "4", NC_("ground of 28 §", "employment or commission")) \
	X(GROUND_5, "5", NC_("ground of 28 §", "position in an organisation")) \
	X(GROUND_6, "6", NC_("ground of 28 §", "steering and supervision")) \
	X(GROUND_7, "7", NC_("ground of 28 §", "general clause"))

#define CODES_CONFLICT_STATE(X) \
	X(CONFLICT_STATE_DOUBTFUL, "doubtful", NC_("conflict state", "for the panel to decide")) \
	X(CONFLICT_STATE_DECLARED, "declared", NC_("conflict state", "declared")) \
	X(CONFLICT_STATE_CONFIRMED, "confirmed", NC_("conflict state", "confirmed by the panel")) \
	X(CONFLICT_STATE_DISMISSED, "dismissed", NC_("conflict state", "not disqualified")) \
	X(CONFLICT_STATE_WITHDRAWN, "withdrawn", NC_("conflict state", "withdrawn"))

#define CODES_OUTCOME(X) \
	X(OUTCOME_SELECTED, "selected", NC_("outcome", "selected")) \
	X(OUTCOME_RESERVE, "reserve", NC_("outcome", "reserve")) \
	X(OUTCOME_NOT_SELECTED, "not_selected", NC_("outcome", "not selected"))

/* Twice: a decision is approved, a statement of the jury is signed. */
#define CODES_DECISION_STATE(X) \
	X(DECISION_STATE_DRAFT, "draft", NC_("decision state", "draft"), \
		NC_("statement state", "draft")) \
	X(DECISION_STATE_FROZEN, "frozen", NC_("decision state", "frozen"), \
		NC_("statement state", "text frozen")) \
	X(DECISION_STATE_SIGNED, "signed", NC_("decision state", "approved"), \
		NC_("statement state", "signed")) \
	X(DECISION_STATE_ABANDONED, "abandoned", NC_("decision state", "abandoned"), \
		NC_("statement state", "abandoned"))

#define CODES_MEETING_FORM(X) \
	X(MEETING_FORM_ROOM, "room", NC_("meeting form", "in a room")) \
	X(MEETING_FORM_REMOTE, "remote", NC_("meeting form", "remotely")) \
	X(MEETING_FORM_EMAIL, "email", NC_("meeting form", "by e-mail"))

#define CODES_PRESENCE(X) \
	X(PRESENCE_PRESENT, "present", NC_("presence", "present")) \
	X(PRESENCE_REMOTE, "remote", NC_("presence", "remote")) \
	X(PRESENCE_ABSENT, "absent", NC_("presence", "absent"))

#define CODES_VOTE(X) \
	X(VOTE_FOR, "for", NC_("vote", "for")) \
	X(VOTE_AGAINST, "against", NC_("vote", "against")) \
	X(VOTE_EMPTY, "empty", NC_("vote", "empty"))

#define CODES_REMARK(X) \
	X(REMARK_CLARIFICATION, "clarification", NC_("remark", "point to clarify")) \
	X(REMARK_NOTE, "note", NC_("remark", "remark")) \
	X(REMARK_RECOMMENDATION, "recommendation", NC_("remark", "recommendation")) \
	X(REMARK_BREAK, "break", NC_("remark", "break")) \
	X(REMARK_PROPOSAL, "proposal", NC_("remark", "proposal"))

/* Who is in a meeting beside the members. */
#define CODES_HEARD(X) \
	X(HEARD_PRESENTER, "presenter", NC_("role in a meeting", "presenter")) \
	X(HEARD_EXPERT, "expert", NC_("role in a meeting", "expert who was heard")) \
	X(HEARD_OTHER, "other", NC_("role in a meeting", "other person"))

#define CODES_IMPORT_VERDICT(X) \
	X(IMPORT_VERDICT_ADDED, "added", NC_("import verdict", "added")) \
	X(IMPORT_VERDICT_LATE, "late", NC_("import verdict", "late")) \
	X(IMPORT_VERDICT_REFUSED, "refused", NC_("import verdict", "to be corrected")) \
	X(IMPORT_VERDICT_HELD, "held", NC_("import verdict", "held")) \
	X(IMPORT_VERDICT_DUPLICATE, "duplicate", NC_("import verdict", "duplicate")) \
	X(IMPORT_VERDICT_REPLACED, "replaced", NC_("import verdict", "replaced the earlier one")) \
	X(IMPORT_VERDICT_SKIPPED, "skipped", NC_("import verdict", "skipped")) \
	X(IMPORT_VERDICT_CORRECTED, "corrected", NC_("import verdict", "corrected"))

#define CODES_ACCOUNT_STATE(X) \
	X(ACCOUNT_STATE_ACTIVE, "active", NC_("account state", "active")) \
	X(ACCOUNT_STATE_DISABLED, "disabled", NC_("account state", "disabled"))

#define CODES_SUBMISSION_ACT(X) \
	X(SUBMISSION_ACT_WITHDRAW, "withdraw", NC_("act on a submission", "withdrawn")) \
	X(SUBMISSION_ACT_EXCLUDE, "exclude", NC_("act on a submission", "found ineligible")) \
	X(SUBMISSION_ACT_ADMIT, "admit", NC_("act on a submission", "admitted though late")) \
	X(SUBMISSION_ACT_RESTORE, "restore", NC_("act on a submission", "restored")) \
	X(SUBMISSION_ACT_PASS, "pass", NC_("act on a submission", "left as it is")) \
	X(SUBMISSION_ACT_ARRIVAL, "arrival", NC_("act on a submission", "arrival corrected")) \
	X(SUBMISSION_ACT_JOIN, "join", NC_("act on a submission", "joined to another")) \
	X(SUBMISSION_ACT_SEPARATE, "separate", NC_("act on a submission", "separated again"))

#define CODES_ROUND_ACT(X) \
	X(ROUND_ACT_OPEN, "open", NC_("act on a round", "opened")) \
	X(ROUND_ACT_CLOSE, "close", NC_("act on a round", "closed")) \
	X(ROUND_ACT_REOPEN, "reopen", NC_("act on a round", "opened again"))

#define CODES_TEAM_KIND(X) \
	X(TEAM_KIND_COMPANY, "company", NC_("team kind", "company")) \
	X(TEAM_KIND_STARTUP, "startup", NC_("team kind", "start-up")) \
	X(TEAM_KIND_ASSOCIATION, "association", NC_("team kind", "association")) \
	X(TEAM_KIND_STUDENTS, "students", NC_("team kind", "students")) \
	X(TEAM_KIND_OTHER, "other", NC_("team kind", "other"))

#define CODES_TEAM_STATE(X) \
	X(TEAM_STATE_APPLIED, "applied", NC_("team state", "applied")) \
	X(TEAM_STATE_SELECTED, "selected", NC_("team state", "selected")) \
	X(TEAM_STATE_RESERVE, "reserve", NC_("team state", "in reserve")) \
	X(TEAM_STATE_NOT_SELECTED, "not_selected", NC_("team state", "not selected")) \
	X(TEAM_STATE_WITHDRAWN, "withdrawn", NC_("team state", "withdrawn")) \
	X(TEAM_STATE_DECLINED, "declined", NC_("team state", "declined")) \
	X(TEAM_STATE_WINNER, "winner", NC_("team state", "winner"))

#define CODES_TEAM_ACT(X) \
	X(TEAM_ACT_WITHDRAW, "withdraw", NC_("act on a team", "withdrew")) \
	X(TEAM_ACT_PROMOTE, "promote", NC_("act on a team", "moved up from reserve")) \
	X(TEAM_ACT_DECLINE, "decline", NC_("act on a team", "declined")) \
	X(TEAM_ACT_RESTORE, "restore", NC_("act on a team", "restored")) \
	X(TEAM_ACT_MEMBER_ADD, "member_add", NC_("act on a team", "new member")) \
	X(TEAM_ACT_MEMBER_END, "member_end", NC_("act on a team", "member left"))

#define CODES_SESSION_STATE(X) \
	X(SESSION_STATE_PLANNED, "planned", NC_("session state", "planned")) \
	X(SESSION_STATE_HELD, "held", NC_("session state", "held")) \
	X(SESSION_STATE_CANCELLED, "cancelled", NC_("session state", "cancelled"))

#define CODES_ATTENDANCE(X) \
	X(ATTENDANCE_INVITED, "invited", NC_("attendance", "invited")) \
	X(ATTENDANCE_PRESENT, "present", NC_("attendance", "present")) \
	X(ATTENDANCE_REMOTE, "remote", NC_("attendance", "remotely")) \
	X(ATTENDANCE_ABSENT, "absent", NC_("attendance", "absent"))

#define CODES_NOTE_KIND(X) \
	X(NOTE_KIND_NOTE, "note", NC_("session note", "note")) \
	X(NOTE_KIND_FEEDBACK, "feedback", NC_("session note", "feedback")) \
	X(NOTE_KIND_NEEDS, "needs", NC_("session note", "accessibility and food"))

#define CODES_NEGOTIATION_STATE(X) \
	X(NEGOTIATION_STATE_NOT_STARTED, "not_started", NC_("negotiation state", "not started")) \
	X(NEGOTIATION_STATE_NEGOTIATING, "negotiating", NC_("negotiation state", "negotiating")) \
	X(NEGOTIATION_STATE_CONTRACT, "contract", NC_("negotiation state", "contract made")) \
	X(NEGOTIATION_STATE_NO_CONTRACT, "no_contract", NC_("negotiation state", "no contract"))

#define CODES_CONTRACT_STATE(X) \
	X(CONTRACT_STATE_PROPOSED, "proposed", NC_("contract state", "proposed")) \
	X(CONTRACT_STATE_ACTIVE, "active", NC_("contract state", "in force")) \
	X(CONTRACT_STATE_ENDED, "ended", NC_("contract state", "ended")) \
	X(CONTRACT_STATE_CANCELLED, "cancelled", NC_("contract state", "cancelled"))

#define CODES_PAYMENT_STATE(X) \
	X(PAYMENT_STATE_PLANNED, "planned", NC_("payment state", "planned")) \
	X(PAYMENT_STATE_APPROVED, "approved", NC_("payment state", "approved")) \
	X(PAYMENT_STATE_PAID, "paid", NC_("payment state", "paid")) \
	X(PAYMENT_STATE_CANCELLED, "cancelled", NC_("payment state", "cancelled"))

#define CODES_ADOPTION_STATE(X) \
	X(ADOPTION_STATE_INTERESTED, "interested", NC_("adoption state", "interested")) \
	X(ADOPTION_STATE_PILOTING, "piloting", NC_("adoption state", "piloting")) \
	X(ADOPTION_STATE_IN_USE, "in_use", NC_("adoption state", "in use")) \
	X(ADOPTION_STATE_DECLINED, "declined", NC_("adoption state", "declined"))

#define CODES_COMPLAINT_KIND(X) \
	X(COMPLAINT_KIND_CORRECTION, "correction", NC_("complaint", "correction request")) \
	X(COMPLAINT_KIND_APPEAL, "appeal", NC_("complaint", "appeal")) \
	X(COMPLAINT_KIND_OTHER, "other", NC_("complaint", "other"))

#define CODES_COMPLAINT_OUTCOME(X) \
	X(COMPLAINT_OUTCOME_REJECTED, "rejected", NC_("complaint outcome", "rejected")) \
	X(COMPLAINT_OUTCOME_ACCEPTED, "accepted", NC_("complaint outcome", "accepted")) \
	X(COMPLAINT_OUTCOME_IN_PART, "in_part", NC_("complaint outcome", "accepted in part")) \
	X(COMPLAINT_OUTCOME_DISMISSED, "dismissed", NC_("complaint outcome", "left unexamined")) \
	X(COMPLAINT_OUTCOME_WITHDRAWN, "withdrawn", NC_("complaint outcome", "withdrawn"))

/* What a court has ordered while it is examining. */
#define CODES_INTERIM(X) \
	X(INTERIM_NONE, "none", NC_("interim order", "none")) \
	X(INTERIM_ASKED, "asked", NC_("interim order", "asked for")) \
	X(INTERIM_ORDERED, "ordered", NC_("interim order", "ordered")) \
	X(INTERIM_REFUSED, "refused", NC_("interim order", "refused")) \
	X(INTERIM_LIFTED, "lifted", NC_("interim order", "lifted"))

/* What the outcome of a complaint means for the contract. */
#define CODES_EFFECT(X) \
	X(EFFECT_NONE, "none", NC_("effect of a complaint", "none")) \
	X(EFFECT_CORRECT, "correct", NC_("effect of a complaint", "decided anew first")) \
	X(EFFECT_BARRED, "barred", NC_("effect of a complaint", "no contract")) \
	X(EFFECT_INEFFECTIVE, "ineffective", NC_("effect of a complaint", "contract ineffective")) \
	X(EFFECT_PAID, "paid", NC_("effect of a complaint", "compensation or sanction"))

/* Why a decision corrects another. */
#define CODES_CORRECTION(X) \
	X(CORRECTION_CLERICAL, "clerical", NC_("kind of correction", "clerical error")) \
	X(CORRECTION_FACTUAL, "factual", NC_("kind of correction", "factual error")) \
	X(CORRECTION_REQUEST, "request", NC_("kind of correction", "by the regime's own correction")) \
	X(CORRECTION_COURT, "court", NC_("kind of correction", "by order of a court"))

/* What waits for the last day and while a complaint is open. */
#define CODES_HOLDS(X) \
	X(HOLDS_CONTRACT, "contract", NC_("what waits", "the contract")) \
	X(HOLDS_NOTHING, "nothing", NC_("what waits", "nothing"))

/* What the instruction of a regime says that changes with time and place. */
#define CODES_REGIME_SETTING(X) \
	X(REGIME_SETTING_BODY, "body", NC_("setting of a regime", "who takes it")) \
	X(REGIME_SETTING_ADDRESS, "address", NC_("setting of a regime", "postal address")) \
	X(REGIME_SETTING_VISITING, "visiting", NC_("setting of a regime", "visiting address")) \
	X(REGIME_SETTING_EMAIL, "email", NC_("setting of a regime", "e-mail")) \
	X(REGIME_SETTING_HOURS, "hours", NC_("setting of a regime", "office hours")) \
	X(REGIME_SETTING_COURT, "court", NC_("setting of a regime", "court")) \
	X(REGIME_SETTING_COURT_ADDRESS, "court_address", NC_("setting of a regime", "court's address")) \
	X(REGIME_SETTING_COURT_FEE, "court_fee", NC_("setting of a regime", "court fee"))

#define CODES_LEGAL_PROFILE(X) \
	X(LEGAL_PROFILE_AUTHORITY, "authority", NC_("kind of organizer", "authority")) \
	X(LEGAL_PROFILE_ASSOCIATION, "association", NC_("kind of organizer", "association")) \
	X(LEGAL_PROFILE_COMPANY, "company", NC_("kind of organizer", "company"))

#define CODES_SERVICE(X) \
	X(SERVICE_EMAIL, "email", NC_("channel", "e-mail")) \
	X(SERVICE_LETTER, "letter", NC_("channel", "letter")) \
	X(SERVICE_ETENDERING, "etendering", NC_("channel", "e-tendering system")) \
	X(SERVICE_SUOMIFI, "suomifi", NC_("channel", "Suomi.fi message")) \
	X(SERVICE_HAND, "hand", NC_("channel", "in person"))

#define CODES_LATE_GROUND(X) \
	X(LATE_GROUND_SYSTEM, "system", NC_("why admitted late", "the organizer's system failed")) \
	X(LATE_GROUND_INSTRUCTION, "instruction", NC_("why admitted late", "the organizer's instruction was wrong")) \
	X(LATE_GROUND_OTHER, "other", NC_("why admitted late", "something else on the organizer's side"))

/* Of a member's name. */
#define CODES_CONSENT(X) \
	X(CONSENT_NONE, "no", NC_("consent", "no")) \
	X(CONSENT_GIVEN, "yes", NC_("consent", "yes"))

#define CODES_SECOND_STATE(X) \
	X(SECOND_STATE_WAITING, "waiting", NC_("second person", "waiting")) \
	X(SECOND_STATE_CONFIRMED, "confirmed", NC_("second person", "confirmed")) \
	X(SECOND_STATE_REFUSED, "refused", NC_("second person", "turned down"))

#define CODES_SIGNING(X) \
	X(SIGNING_OWN, "own", NC_("way of signing", "by own login")) \
	X(SIGNING_PAPER, "paper", NC_("way of signing", "on paper")) \
	X(SIGNING_SERVICE, "service", NC_("way of signing", "electronically in a service")) \
	X(SIGNING_NONE, "none", NC_("way of signing", "did not sign"))

/* Of an electronic signature (regulation (EU) No 910/2014, article 3, points 10 to 12). */
#define CODES_SIGNING_LEVEL(X) \
	X(SIGNING_LEVEL_SIMPLE, "simple", NC_("level of a signature", "simple")) \
	X(SIGNING_LEVEL_ADVANCED, "advanced", NC_("level of a signature", "advanced")) \
	X(SIGNING_LEVEL_QUALIFIED, "qualified", NC_("level of a signature", "qualified"))

#define CODES_DECIDER_KIND(X) \
	X(DECIDER_KIND_BODY, "body", NC_("who decides", "body")) \
	X(DECIDER_KIND_OFFICEHOLDER, "officeholder", NC_("who decides", "officeholder"))

/* The longer texts of a decision, in the order in which it has them. */
#define CODES_DECISION_PART(X) \
	X(DECISION_PART_AUTHORITY, "authority", NC_("part of a decision", "Ground of authority")) \
	X(DECISION_PART_MATTER, "matter", NC_("part of a decision", "The matter")) \
	X(DECISION_PART_PROCEDURE, "procedure", NC_("part of a decision", "Procedure and its ground")) \
	X(DECISION_PART_FOLLOWS, "follows", NC_("part of a decision", "What follows")) \
	X(DECISION_PART_PROVISIONS, "provisions", NC_("part of a decision", "Applied provisions")) \
	X(DECISION_PART_SECRECY, "secrecy", NC_("part of a decision", "Secrecy"))

/* How far the reason of one entrant is. */
#define CODES_REASON_STATE(X) \
	X(REASON_STATE_MISSING, "missing", NC_("reason", "missing")) \
	X(REASON_STATE_JURY, "jury", NC_("reason", "the jury's words")) \
	X(REASON_STATE_COMPOSED, "composed", NC_("reason", "composed")) \
	X(REASON_STATE_OUTDATED, "outdated", NC_("reason", "figures have changed")) \
	X(REASON_STATE_EDITED, "edited", NC_("reason", "written by hand"))

/* What becomes of a reason that somebody wrote when reasons are composed. */
#define CODES_EDITED_REASON(X) \
	X(EDITED_REASON_KEEP, "keep", NC_("edited reason", "keep as it is")) \
	X(EDITED_REASON_BEFORE, "before", NC_("edited reason", "put the figures before it")) \
	X(EDITED_REASON_OVER, "over", NC_("edited reason", "replace it"))

#define CODES_PROCUREMENT_KIND(X) \
	X(PROCUREMENT_KIND_DESIGN_CONTEST, "design_contest", NC_("kind of procurement", "design contest")) \
	X(PROCUREMENT_KIND_DESIGN_CONTEST_STATE, "design_contest_state", NC_("kind of procurement", "design contest, state")) \
	X(PROCUREMENT_KIND_SOCIAL_HEALTH, "social_health", NC_("kind of procurement", "social and health services")) \
	X(PROCUREMENT_KIND_SPECIAL_SERVICES, "special_services", NC_("kind of procurement", "other special services")) \
	X(PROCUREMENT_KIND_WORKS, "works", NC_("kind of procurement", "building works")) \
	X(PROCUREMENT_KIND_CONCESSION, "concession", NC_("kind of procurement", "concession"))

/* What a figure of the law is for: the first two are amounts, the others days. */
#define CODES_THRESHOLD_KIND(X) \
	X(THRESHOLD_KIND_NATIONAL, "national", NC_("kind of threshold", "national")) \
	X(THRESHOLD_KIND_EU, "eu", NC_("kind of threshold", "EU level")) \
	X(THRESHOLD_KIND_RESULT_NOTICE, "result_notice", NC_("kind of threshold", "notice of the result")) \
	X(THRESHOLD_KIND_AWARD_NOTICE, "award_notice", NC_("kind of threshold", "contract award notice"))

#define CODES_NOTICE_KIND(X) \
	X(NOTICE_KIND_CONTEST, "contest", NC_("kind of public notice", "contest notice")) \
	X(NOTICE_KIND_CORRECTION, "correction", NC_("kind of public notice", "correction notice")) \
	X(NOTICE_KIND_RESULT, "result", NC_("kind of public notice", "notice of the result")) \
	X(NOTICE_KIND_AWARD, "award", NC_("kind of public notice", "contract award notice")) \
	X(NOTICE_KIND_EX_ANTE, "ex_ante", NC_("kind of public notice", "ex ante notice of a direct award"))

/* Pages for everybody, in the order of the competition. */
#define CODES_PAGE_STAGE(X) \
	X(PAGE_STAGE_CALL, "call", NC_("public page", "call for problems")) \
	X(PAGE_STAGE_PROBLEMS, "problems", NC_("public page", "chosen challenges")) \
	X(PAGE_STAGE_QUESTIONS, "questions", NC_("public page", "questions and answers")) \
	X(PAGE_STAGE_FINALISTS, "finalists", NC_("public page", "teams that go on")) \
	X(PAGE_STAGE_RESULTS, "results", NC_("public page", "results"))

#define CODES_PAGE_LANGUAGE(X) \
	X(PAGE_LANGUAGE_FI, "fi", NC_("language of a page", "Finnish")) \
	X(PAGE_LANGUAGE_SV, "sv", NC_("language of a page", "Swedish")) \
	X(PAGE_LANGUAGE_BOTH, "both", NC_("language of a page", "Finnish and Swedish"))

/* Due: the day has come on which it is to be taken off the web. */
#define CODES_PAGE_STATE(X) \
	X(PAGE_STATE_PUBLISHED, "published", NC_("state of a public page", "on the web")) \
	X(PAGE_STATE_DUE, "due", NC_("state of a public page", "to be taken down")) \
	X(PAGE_STATE_DOWN, "down", NC_("state of a public page", "taken down"))

#define CODES_NOTICE_STATE(X) \
	X(NOTICE_STATE_OPEN, "open", NC_("state of a public notice", "to be sent")) \
	X(NOTICE_STATE_OVERDUE, "overdue", NC_("state of a public notice", "overdue")) \
	X(NOTICE_STATE_SENT, "sent", NC_("state of a public notice", "sent")) \
	X(NOTICE_STATE_PUBLISHED, "published", NC_("state of a public notice", "published"))

/* What is looked into of a supplier before a contract: 80 and 81 §; their extract of the criminal
 * record (88 §); act 1233/2006; tax debt; regulation (EU) 833/2014, article 5k. */
#define CODES_SUPPLIER_CHECK(X) \
	X(SUPPLIER_CHECK_EXCLUSION, "exclusion", NC_("check of a supplier", "grounds for exclusion")) \
	X(SUPPLIER_CHECK_CRIMINAL_RECORD, "criminal_record", NC_("check of a supplier", "criminal record extract")) \
	X(SUPPLIER_CHECK_CONTRACTOR, "contractor", NC_("check of a supplier", "contractor's obligations")) \
	X(SUPPLIER_CHECK_TAX_DEBT, "tax_debt", NC_("check of a supplier", "tax debt")) \
	X(SUPPLIER_CHECK_SANCTIONS, "sanctions", NC_("check of a supplier", "sanctions declaration"))

#define CODES_CHECK_OUTCOME(X) \
	X(CHECK_OUTCOME_CLEAR, "clear", NC_("outcome of a check", "in order")) \
	X(CHECK_OUTCOME_FOUND, "found", NC_("outcome of a check", "something was found"))

#define CODES_CHECK_STANDING(X) \
	X(CHECK_STANDING_MISSING, "missing", NC_("standing of a check", "missing")) \
	X(CHECK_STANDING_VALID, "valid", NC_("standing of a check", "valid")) \
	X(CHECK_STANDING_EXPIRED, "expired", NC_("standing of a check", "expired")) \
	X(CHECK_STANDING_FOUND, "found", NC_("standing of a check", "something was found"))

#define CODES_LICENCE_KIND(X) \
	X(LICENCE_KIND_FREE, "free", NC_("kind of licence", "free for all municipalities")) \
	X(LICENCE_KIND_NAMED, "named", NC_("kind of licence", "free for named municipalities")) \
	X(LICENCE_KIND_BOUGHT, "bought", NC_("kind of licence", "bought"))

/* Why a contract may be changed without a new procedure: act 1397/2016, 136 §. */
#define CODES_CHANGE_GROUND(X) \
	X(CHANGE_GROUND_CLAUSE, "clause", NC_("ground of a change", "agreed in the contract itself")) \
	X(CHANGE_GROUND_ADDITIONAL, "additional", NC_("ground of a change", "more of what only this supplier can do")) \
	X(CHANGE_GROUND_UNFORESEEN, "unforeseen", NC_("ground of a change", "nobody could foresee it")) \
	X(CHANGE_GROUND_SUCCESSOR, "successor", NC_("ground of a change", "another supplier takes its place")) \
	X(CHANGE_GROUND_MINOR, "minor", NC_("ground of a change", "small, and below the EU threshold")) \
	X(CHANGE_GROUND_NOT_SUBSTANTIAL, "not_substantial", NC_("ground of a change", "not essential"))

#define CODES_CONTRACT_PART(X) \
	X(CONTRACT_PART_PARTY, "party", NC_("part in a contract", "party")) \
	X(CONTRACT_PART_SIGNATORY, "signatory", NC_("part in a contract", "signatory"))

#define CODES_KNOWN(X) \
	X(KNOWN_YES, "yes", NC_("known of a juror", "yes")) \
	X(KNOWN_NO, "no", NC_("known of a juror", "no"))

#define CODES_FIGURE(X) \
	X(FIGURE_PROBLEMS, "problems", NC_("figure", "problems")) \
	X(FIGURE_MUNICIPALITIES, "municipalities", NC_("figure", "municipalities")) \
	X(FIGURE_MUNICIPALITIES_WITH_COAPPLICANTS, "municipalities_with_coapplicants", NC_("figure", "municipalities with co-applicants")) \
	X(FIGURE_CHALLENGES, "challenges", NC_("figure", "challenges")) \
	X(FIGURE_APPLICATIONS, "applications", NC_("figure", "applications")) \
	X(FIGURE_TEAMS, "teams", NC_("figure", "teams")) \
	X(FIGURE_MENTORS, "mentors", NC_("figure", "mentors")) \
	X(FIGURE_SESSIONS, "sessions", NC_("figure", "mentoring sessions")) \
	X(FIGURE_SOLUTIONS, "solutions", NC_("figure", "solutions")) \
	X(FIGURE_WINNERS, "winners", NC_("figure", "winners"))

#define CODES_RANGE(X) \
	X(RANGE_CHALLENGES, "challenges", NC_("planned range", "challenges")) \
	X(RANGE_TEAMS, "teams", NC_("planned range", "teams in all")) \
	X(RANGE_CHALLENGE_TEAMS, "challenge_teams", NC_("planned range", "teams of one challenge")) \
	X(RANGE_MEMBERS, "members", NC_("planned range", "members of a team")) \
	X(RANGE_WINNERS, "winners", NC_("planned range", "winners of one challenge"))

#define CODES_FINDING(X) \
	X(FINDING_TEAM, "team", NC_("finding", "team")) \
	X(FINDING_MEMBER, "member", NC_("finding", "member")) \
	X(FINDING_ORGANIZATION, "organization", NC_("finding", "organization")) \
	X(FINDING_MUNICIPALITY, "municipality", NC_("finding", "municipality")) \
	X(FINDING_EMAIL, "email", NC_("finding", "e-mail address")) \
	X(FINDING_LINK, "link", NC_("finding", "web address")) \
	X(FINDING_PHONE, "phone", NC_("finding", "telephone number")) \
	X(FINDING_BUSINESS_ID, "business_id", NC_("finding", "business ID")) \
	X(FINDING_PERSONAL_ID, "personal_id", NC_("finding", "personal identity code")) \
	X(FINDING_UNSEARCHED, "unsearched", NC_("finding", "file that is not searched")) \
	X(FINDING_UNSEEN, "unseen", NC_("finding", "file with an author or pictures: look at it")) \
	X(FINDING_JUROR, "juror", NC_("finding", "juror")) \
	X(FINDING_PERSON, "person", NC_("finding", "person")) \
	X(FINDING_SCORE, "score", NC_("finding", "score"))

#define CODES_CARRY(X) \
	X(CARRY_LEFT, "left", NC_("to be carried over", "withdrawn or ineligible")) \
	X(CARRY_BACK, "back", NC_("to be carried over", "taken back in")) \
	X(CARRY_VERSION, "version", NC_("to be carried over", "new version")) \
	X(CARRY_FILES, "files", NC_("to be carried over", "attachments")) \
	X(CARRY_ADMITTED, "admitted", NC_("to be carried over", "admitted"))

#define CODES_PUBLICITY(X) \
	X(PUBLICITY_UNDECIDED, "undecided", NC_("publicity", "not decided")) \
	X(PUBLICITY_PUBLIC, "public", NC_("publicity", "public")) \
	X(PUBLICITY_PARTLY, "partly", NC_("publicity", "partly secret")) \
	X(PUBLICITY_SECRET, "secret", NC_("publicity", "secret"))

#define CODES_DECISION_KIND(X) \
	X(DECISION_KIND_DECISION, "decision", NC_("kind of decision", "decision")) \
	X(DECISION_KIND_STATEMENT, "statement", NC_("kind of decision", "statement"))

#define CODES_REQUEST_CHANNEL(X) \
	X(REQUEST_CHANNEL_EMAIL, "email", NC_("channel", "e-mail")) \
	X(REQUEST_CHANNEL_PHONE, "phone", NC_("channel", "telephone")) \
	X(REQUEST_CHANNEL_LETTER, "letter", NC_("channel", "letter")) \
	X(REQUEST_CHANNEL_HAND, "hand", NC_("channel", "in person"))

#define CODES_REQUESTER(X) \
	X(REQUESTER_OUTSIDER, "outsider", NC_("who asks for information", "outsider")) \
	X(REQUESTER_PARTY, "party", NC_("who asks for information", "party (11 §)"))

#define CODES_EXTENT(X) \
	X(EXTENT_PLAIN, "plain", NC_("extent of a request", "usual: two weeks")) \
	X(EXTENT_LARGE, "large", NC_("extent of a request", "many documents or hard: one month"))

#define CODES_GIVEN(X) \
	X(GIVEN_COPY, "copy", NC_("how information was given", "copy on paper")) \
	X(GIVEN_EMAIL, "email", NC_("how information was given", "by e-mail")) \
	X(GIVEN_VIEWED, "viewed", NC_("how information was given", "viewed at the office")) \
	X(GIVEN_TOLD, "told", NC_("how information was given", "told by word of mouth"))

#define CODES_REQUEST_STATE(X) \
	X(REQUEST_STATE_OPEN, "open", NC_("request state", "open")) \
	X(REQUEST_STATE_OVERDUE, "overdue", NC_("request state", "overdue")) \
	X(REQUEST_STATE_ANSWERED, "answered", NC_("request state", "answered")) \
	X(REQUEST_STATE_REFUSED, "refused", NC_("request state", "refused")) \
	X(REQUEST_STATE_DECIDED, "decided", NC_("request state", "refused, decided"))

#define CODES_DIALOGUE_STATE(X) \
	X(DIALOGUE_STATE_ASKED, "asked", NC_("dialogue state", "to be handed on")) \
	X(DIALOGUE_STATE_PASSED, "passed", NC_("dialogue state", "waits for the answer")) \
	X(DIALOGUE_STATE_ANSWERED, "answered", NC_("dialogue state", "answered"))

#define CODES_SESSION_ACT(X) \
	X(SESSION_ACT_MOVE, "move", NC_("act on a session", "moved")) \
	X(SESSION_ACT_HOLD, "hold", NC_("act on a session", "held")) \
	X(SESSION_ACT_CANCEL, "cancel", NC_("act on a session", "cancelled")) \
	X(SESSION_ACT_RESTORE, "restore", NC_("act on a session", "planned again"))

#define CODES_QUESTION_STATE(X) \
	X(QUESTION_STATE_OPEN, "open", NC_("question state", "unanswered")) \
	X(QUESTION_STATE_ANSWERED, "answered", NC_("question state", "answered")) \
	X(QUESTION_STATE_PUBLISHED, "published", NC_("question state", "published"))

#define CODES_WAITS(X) \
	X(WAITS_DECLARE, "declare", NC_("what is waited for", "not declared")) \
	X(WAITS_BEGIN, "begin", NC_("what is waited for", "not begun")) \
	X(WAITS_FINISH, "finish", NC_("what is waited for", "unfinished")) \
	X(WAITS_CONFIRM, "confirm", NC_("what is waited for", "unconfirmed")) \
	X(WAITS_READY, "ready", NC_("what is waited for", "ready"))

#define CODES_HINT(X) \
	X(HINT_MEMBER, "member", NC_("hint", "team member")) \
	X(HINT_WORKS, "works", NC_("hint", "works for the applicant")) \
	X(HINT_ORGANIZATION, "organization", NC_("hint", "same organization")) \
	X(HINT_NAME, "name", NC_("hint", "same name")) \
	X(HINT_DOMAIN, "domain", NC_("hint", "same e-mail domain")) \
	X(HINT_MENTORED, "mentored", NC_("hint", "has mentored the team")) \
	X(HINT_PANEL, "panel", NC_("hint", "earlier panel"))

#define CODES_HINT_STATE(X) \
	X(HINT_STATE_UNDECIDED, "", NC_("hint state", "not decided on")) \
	X(HINT_STATE_TAKEN, "taken", NC_("hint state", "taken up")) \
	X(HINT_STATE_SET_ASIDE, "set_aside", NC_("hint state", "set aside"))

#define CODES_CONFLICT_DECIDER(X) \
	X(CONFLICT_DECIDER_NOBODY, "nobody", NC_("who decided on a conflict", "nobody yet")) \
	X(CONFLICT_DECIDER_SELF, "self", NC_("who decided on a conflict", "the juror")) \
	X(CONFLICT_DECIDER_PANEL, "panel", NC_("who decided on a conflict", "the panel"))

#define CODES_CONFLICT_FOUND(X) \
	X(CONFLICT_FOUND_DECLARATION, "declaration", NC_("where a conflict was found", "declaration")) \
	X(CONFLICT_FOUND_REVIEW, "review", NC_("where a conflict was found", "while reviewing"))

#define CODES_DATE_ORDER(X) \
	X(DATE_ORDER_UNKNOWN, "", NC_("order of dates", "none")) \
	X(DATE_ORDER_DAY, "dmy", NC_("order of dates", "day first")) \
	X(DATE_ORDER_MONTH, "mdy", NC_("order of dates", "month first"))

#define CODES_RECEIPT(X) \
	X(RECEIPT_STANDS, "stands", NC_("receipt", "stands")) \
	X(RECEIPT_REPLACED, "replaced", NC_("receipt", "replaced by a later one")) \
	X(RECEIPT_TAKEN_BACK, "taken_back", NC_("receipt", "taken back"))

#define CODES_LETTER_KIND(X) \
	X(LETTER_KIND_CALL, "call", NC_("kind of letter", "call")) \
	X(LETTER_KIND_RECEIPT, "receipt", NC_("kind of letter", "receipt")) \
	X(LETTER_KIND_COMPLETION, "completion", NC_("kind of letter", "request for completion")) \
	X(LETTER_KIND_SELECTED, "selected", NC_("kind of letter", "selected")) \
	X(LETTER_KIND_NOT_SELECTED, "not_selected", NC_("kind of letter", "not selected")) \
	X(LETTER_KIND_DECISION, "decision", NC_("kind of letter", "decision")) \
	X(LETTER_KIND_ANSWERS, "answers", NC_("kind of letter", "answers to all")) \
	X(LETTER_KIND_INVITATION, "invitation", NC_("kind of letter", "invitation")) \
	X(LETTER_KIND_REMINDER, "reminder", NC_("kind of letter", "reminder")) \
	X(LETTER_KIND_CORRECTION, "correction", NC_("kind of letter", "correction of a notice")) \
	X(LETTER_KIND_PRESS, "press", NC_("kind of letter", "press release")) \
	X(LETTER_KIND_SITUATION, "situation", NC_("kind of letter", "situation sheet")) \
	X(LETTER_KIND_FREE, "free", NC_("kind of letter", "free letter"))

#define CODES_LETTER_STATE(X) \
	X(LETTER_STATE_MADE, "made", NC_("letter state", "made")) \
	X(LETTER_STATE_CLEARED, "cleared", NC_("letter state", "cleared")) \
	X(LETTER_STATE_WRITTEN, "written", NC_("letter state", "written")) \
	X(LETTER_STATE_SENDING, "sending", NC_("letter state", "being sent")) \
	X(LETTER_STATE_SENT, "sent", NC_("letter state", "sent")) \
	X(LETTER_STATE_UNCERTAIN, "unknown", NC_("letter state", "uncertain")) \
	X(LETTER_STATE_FAILED, "failed", NC_("letter state", "failed"))

#define CODES_LETTER_CHANNEL(X) \
	X(LETTER_CHANNEL_EMAIL, "email", NC_("channel", "e-mail")) \
	X(LETTER_CHANNEL_LETTER, "letter", NC_("channel", "letter")) \
	X(LETTER_CHANNEL_ETENDERING, "etendering", NC_("channel", "e-tendering system")) \
	X(LETTER_CHANNEL_SUOMIFI, "suomifi", NC_("channel", "Suomi.fi message")) \
	X(LETTER_CHANNEL_HAND, "hand", NC_("channel", "in person"))

/* What a letter is written in. */
#define CODES_LETTER_LANGUAGE(X) \
	X(LETTER_LANGUAGE_FI, "fi", NC_("language", "Finnish")) \
	X(LETTER_LANGUAGE_SV, "sv", NC_("language", "Swedish")) \
	X(LETTER_LANGUAGE_EN, "en", NC_("language", "English")) \
	X(LETTER_LANGUAGE_BOTH, "fi,sv", NC_("language", "Finnish and Swedish"))

/* Whose language it is: the first that is known. */
#define CODES_LETTER_RULE(X) \
	X(LETTER_RULE_PERSON, "person", NC_("language of a letter", "the recipient's own language")) \
	X(LETTER_RULE_SUBMISSION, "submission", \
		NC_("language of a letter", "the language in which they wrote")) \
	X(LETTER_RULE_MUNICIPALITY, "municipality", \
		NC_("language of a letter", "the municipality's language")) \
	X(LETTER_RULE_DEFAULT, "default", \
		NC_("language of a letter", "Finnish, as no other language is known")) \
	X(LETTER_RULE_OFFICE, "office", NC_("language of a letter", "chosen by the office"))

/* All of them, each with the context of its words. */
#define VOCABULARIES(V) \
	V(ROLE, "role") \
	V(PHASE, "phase") \
	V(PHASE_STATE, "phase state") \
	V(SUBMISSION_KIND, "kind") \
	V(SUBMISSION_STATE, "submission state") \
	V(CHANNEL, "channel") \
	V(LANGUAGE, "language") \
	V(ORGANIZATION_KIND, "organization kind") \
	V(PERSON_ROLE, "person's role") \
	V(PARTNER_KIND, "partner kind") \
	V(ROUND_STATE, "round state") \
	V(METHOD, "ranking method") \
	V(SCOPE, "conflict scope") \
	V(REVIEW_STATE, "review state") \
	V(MEMBER_STATE, "panel member") \
	V(GROUND, "ground of 28 §") \
	V(CONFLICT_STATE, "conflict state") \
	V(OUTCOME, "outcome") \
	V(DECISION_STATE, "decision state") \
	V(MEETING_FORM, "meeting form") \
	V(PRESENCE, "presence") \
	V(VOTE, "vote") \
	V(REMARK, "remark") \
	V(HEARD, "role in a meeting") \
	V(IMPORT_VERDICT, "import verdict") \
	V(ACCOUNT_STATE, "account state") \
	V(SUBMISSION_ACT, "act on a submission") \
	V(ROUND_ACT, "act on a round") \
	V(TEAM_KIND, "team kind") \
	V(TEAM_STATE, "team state") \
	V(TEAM_ACT, "act on a team") \
	V(SESSION_STATE, "session state") \
	V(ATTENDANCE, "attendance") \
	V(NOTE_KIND, "session note") \
	V(NEGOTIATION_STATE, "negotiation state") \
	V(CONTRACT_STATE, "contract state") \
	V(PAYMENT_STATE, "payment state") \
	V(ADOPTION_STATE, "adoption state") \
	V(COMPLAINT_KIND, "complaint") \
	V(COMPLAINT_OUTCOME, "complaint outcome") \
	V(INTERIM, "interim order") \
	V(EFFECT, "effect of a complaint") \
	V(CORRECTION, "kind of correction") \
	V(HOLDS, "what waits") \
	V(REGIME_SETTING, "setting of a regime") \
	V(LEGAL_PROFILE, "kind of organizer") \
	V(SERVICE, "channel") \
	V(LATE_GROUND, "why admitted late") \
	V(CONSENT, "consent") \
	V(SECOND_STATE, "second person") \
	V(SIGNING, "way of signing") \
	V(SIGNING_LEVEL, "level of a signature") \
	V(DECIDER_KIND, "who decides") \
	V(DECISION_PART, "part of a decision") \
	V(REASON_STATE, "reason") \
	V(EDITED_REASON, "edited reason") \
	V(PROCUREMENT_KIND, "kind of procurement") \
	V(THRESHOLD_KIND, "kind of threshold") \
	V(NOTICE_KIND, "kind of public notice") \
	V(NOTICE_STATE, "state of a public notice") \
	V(PAGE_STAGE, "public page") \
	V(PAGE_LANGUAGE, "language of a page") \
	V(PAGE_STATE, "state of a public page") \
	V(SUPPLIER_CHECK, "check of a supplier") \
	V(CHECK_OUTCOME, "outcome of a check") \
	V(CHECK_STANDING, "standing of a check") \
	V(LICENCE_KIND, "kind of licence") \
	V(CHANGE_GROUND, "ground of a change") \
	V(CONTRACT_PART, "part in a contract") \
	V(KNOWN, "known of a juror") \
	V(FIGURE, "figure") \
	V(RANGE, "planned range") \
	V(FINDING, "finding") \
	V(CARRY, "to be carried over") \
	V(PUBLICITY, "publicity") \
	V(DECISION_KIND, "kind of decision") \
	V(SESSION_ACT, "act on a session") \
	V(DIALOGUE_STATE, "dialogue state") \
	V(REQUEST_CHANNEL, "channel") \
	V(REQUESTER, "who asks for information") \
	V(EXTENT, "extent of a request") \
	V(GIVEN, "how information was given") \
	V(REQUEST_STATE, "request state") \
	V(QUESTION_STATE, "question state") \
	V(ELIGIBILITY, "eligibility") \
	V(COMPLETION_STATE, "completion state") \
	V(WAITS, "what is waited for") \
	V(HINT, "hint") \
	V(HINT_STATE, "hint state") \
	V(CONFLICT_DECIDER, "who decided on a conflict") \
	V(CONFLICT_FOUND, "where a conflict was found") \
	V(DATE_ORDER, "order of dates") \
	V(RECEIPT, "receipt") \
	V(OWN_LANGUAGE, "own language") \
	V(LETTER_KIND, "kind of letter") \
	V(LETTER_STATE, "letter state") \
	V(LETTER_CHANNEL, "channel") \
	V(LETTER_LANGUAGE, "language") \
	V(LETTER_RULE, "language of a letter")

/* Those that rules tell apart: enum team_state with TEAM_STATE_APPLIED ..., read from its code by
 * team_state_of. */
#define ENUMERATED(E) \
	E(PHASE_STATE, phase_state) \
	E(SUBMISSION_STATE, submission_state) \
	E(TEAM_STATE, team_state) \
	E(ROUND_STATE, round_state) \
	E(REVIEW_STATE, review_state) \
	E(MEMBER_STATE, member_state) \
	E(CONFLICT_STATE, conflict_state) \
	E(DECISION_STATE, decision_state) \
	E(ACCOUNT_STATE, account_state) \
	E(SESSION_STATE, session_state) \
	E(NEGOTIATION_STATE, negotiation_state) \
	E(CONTRACT_STATE, contract_state) \
	E(PAYMENT_STATE, payment_state) \
	E(THRESHOLD_KIND, threshold_kind) \
	E(NOTICE_KIND, notice_kind) \
	E(NOTICE_STATE, notice_state) \
	E(PAGE_STAGE, page_stage) \
	E(PAGE_LANGUAGE, page_language) \
	E(PAGE_STATE, page_state) \
	E(CHECK_OUTCOME, check_outcome) \
	E(CHECK_STANDING, check_standing) \
	E(KNOWN, juror_known) \
	E(CONSENT, consent) \
	E(ADOPTION_STATE, adoption_state) \
	E(SECOND_STATE, second_state) \
	E(ATTENDANCE, attendance_state) \
	E(HINT_STATE, hint_state) \
	E(RECEIPT, receipt_state) \
	E(SUBMISSION_KIND, submission_kind) \
	E(DECISION_KIND, decision_kind) \
	E(OUTCOME, item_outcome) \
	E(SCOPE, conflict_scope) \
	E(IMPORT_VERDICT, import_verdict) \
	E(EFFECT, complaint_effect) \
	E(CORRECTION, correction_kind) \
	E(COMPLAINT_KIND, complaint_kind) \
	E(COMPLAINT_OUTCOME, complaint_outcome) \
	E(HOLDS, regime_holds) \
	E(REASON_STATE, reason_state) \
	E(EDITED_REASON, edited_reason) \
	E(PRESENCE, presence) \
	E(VOTE, vote_choice) \
	E(NOTE_KIND, note_kind) \
	E(PHASE, phase_key) \
	E(PUBLICITY, publicity) \
	E(CONFLICT_FOUND, conflict_found) \
	E(CONFLICT_DECIDER, conflict_decider) \
	E(LEGAL_PROFILE, legal_profile) \
	E(SERVICE, service_channel) \
	E(TEAM_KIND, team_kind) \
	E(PARTNER_KIND, partner_kind) \
	E(HINT, hint_kind) \
	E(SIGNING, signing_way) \
	E(REMARK, meeting_remark_kind) \
	E(WAITS, waits) \
	E(LATE_GROUND, late_ground) \
	E(ELIGIBILITY, eligibility_outcome) \
	E(COMPLETION_STATE, completion_state) \
	E(REQUEST_STATE, request_state_code) \
	E(EXTENT, request_extent) \
	E(FINDING, finding_kind) \
	E(LANGUAGE, language) \
	E(TEAM_ACT, team_act_code) \
	E(SUBMISSION_ACT, submission_act_code) \
	E(LETTER_KIND, letter_kind) \
	E(LETTER_STATE, letter_state) \
	E(LETTER_CHANNEL, letter_channel) \
	E(LETTER_LANGUAGE, letter_language) \
	E(LETTER_RULE, letter_rule)

#define CODES_VALUE(value, code, ...) value,
#define CODES_ENUM(NAME, name) \
	enum name { NAME##_UNKNOWN, CODES_##NAME(CODES_VALUE) }; \
	enum name name##_of(const char *code);
ENUMERATED(CODES_ENUM)
/* clang-format on */
