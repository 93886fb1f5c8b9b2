package io.bellwether.core.score;

import static io.bellwether.core.Lens.IT;
import static io.bellwether.core.Lens.MARKETING;

import io.bellwether.core.Lens;
import org.jspecify.annotations.Nullable;

/** What people can do about a vendor in trouble; {@link AdviceTable} says when. Part of its version. */
enum Deed {
    EXPORT_DATA(IT, "Export all of our data now, and read the export back."),
    TEST_RESTORE(IT, "Check that the export can be used elsewhere, and whether an escrow covers the software."),
    KEEP_EXPORT(IT, "Make sure that an export of our data, not older than a month, is at hand."),
    LIST_DEPENDENCIES(
            IT,
            "List what of ours depends on it, and which alternatives are on file.",
            "/api/v1/vendors/{vendor}/dependencies"),
    FIND_CONTRACT_PARTY(IT, "Find out which company runs the service now, and who holds our data."),
    NOTE_FOR_REVIEW(
            IT, "Note it for the next review; nothing has to be done today.", "/api/v1/vendors/{vendor}/reviews"),
    ENTER_STATEMENTS(
            IT,
            "Enter the statements that it sends, so that they count in its score.",
            "/api/v1/vendors/{vendor}/finance/statements/template"),
    READ_FACTS(IT, "Read what was published; nothing else has to be done.", "/api/v1/vendors/{vendor}/finance"),
    TEST_SUPPORT(IT, "Ask who answers our requests for support now, and try it with one."),
    ASK_ROADMAP(IT, "Ask for the plans of the product, where our data will be kept and which interfaces go on."),
    USE_FALLBACK(IT, "Switch to what we fall back on, and open a ticket with the vendor."),
    KEEP_EVIDENCE(
            IT,
            "Keep the record of each outage, and ask the vendor for its cause.",
            "/api/v1/vendors/{vendor}/availability"),
    CONFRONT_PAGE(
            IT,
            "Send the vendor our record of the outages that its status page denied.",
            "/api/v1/vendors/{vendor}/availability"),
    SEND_MEASUREMENTS(IT, "Send the vendor our measurements, and ask what has changed."),
    SEND_LETTER(
            IT,
            "Send the vendor the letter that says what to change and how.",
            "/api/v1/vendors/{vendor}/security/letter"),
    RENEW_CERTIFICATE(IT, "Tell the vendor at once, and let no program of ours skip the check of its certificate."),
    CHANGE_KEYS(IT, "Find out which of our accounts and data are there, and change passwords and keys."),
    ASK_REPORT(IT, "Ask the vendor for its report on the incident, and until when it will mend what led to it."),

    CHECK_EXIT(MARKETING, "Read in the contract how and when we can leave, and what becomes of our data."),
    NAME_SECOND(MARKETING, "Name a second vendor who could take over, and ask for an offer."),
    NO_PREPAYMENT(MARKETING, "Do not renew, extend or pay in advance for now."),
    ASK_RUNWAY(
            MARKETING,
            "Ask for its newest statements, and for how many months its money lasts.",
            "/api/v1/vendors/{vendor}/finance/statements/template"),
    ASK_LATE(MARKETING, "Ask why the report is late, and for the last audited statements."),
    ASK_AUDITED(MARKETING, "Ask for the last audited statements, and for what its auditors object to."),
    AGREE_STATEMENTS(
            MARKETING,
            "Agree that it sends you its statements each year from now on.",
            "/api/v1/vendors/{vendor}/finance/statements/template"),
    ASK_CONTACT(MARKETING, "Ask who looks after us from now on, and which of its products go on."),
    ASK_PLANS(MARKETING, "Ask your contact there what it means for you."),
    COMPARE_CONTRACT(MARKETING, "Compare it with the price and the plan that your contract grants you."),
    CONFIRM_CONTRACT(
            MARKETING, "Have the new owner confirm contract, price and plans in writing, and read who may end it."),
    HOLD_WORK(MARKETING, "Hold back work that needs it until it works again."),
    CLAIM_CREDIT(
            MARKETING,
            "Claim the credit that your contract grants for the time it did not work.",
            "/api/v1/vendors/{vendor}/availability"),
    TRUST_MEASUREMENTS(MARKETING, "Do not rely on its own status page; ask IT whether it works."),
    PLAN_TIME(MARKETING, "Plan a little more time for work with it."),
    LEAVE_TO_IT(MARKETING, "There is nothing for you to do; IT is asking the vendor."),
    STOP_AT_WARNING(MARKETING, "When your browser warns you of its site, stop there and tell IT."),
    TELL_PROTECTION(
            MARKETING,
            "Ask whether your customers are affected, and tell your data protection officer: there may be only days to"
                    + " report it."),
    NOTHING(MARKETING, "There is nothing to do.");

    private final Lens lens;
    private final String text;
    private final @Nullable String link;

    Deed(Lens lens, String text) {
        this(lens, text, null);
    }

    Deed(Lens lens, String text, @Nullable String link) {
        this.lens = lens;
        this.text = text;
        this.link = link;
    }

    boolean isForIt() {
        return lens == IT;
    }

    String text() {
        return text;
    }

    @Nullable String link() {
        return link;
    }
}
