package io.bellwether.core.posture.tls;

import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.GradeCard.Step;
import io.bellwether.core.posture.StrictTransport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letter: the number's own, lowered by the rules of the guide as they stood in 2009r. Warnings make an A an A-, and without
 * one and with a long Strict-Transport-Security it is an A+. A certificate that nobody vouches for is T whatever the rest is, one
 * that is made out to another host M; who is neither trusted nor named is T, for then even the name is only a claim.
 */
final class TlsGrade {

    private static final List<String> NEVER_TESTED = List.of(
            "SSL 2.0 and DROWN: not tested, for that takes a hello of its own.",
            "Renegotiation that a client asks for, and its old flaw: not tested, only whether the server says that it is secure.",
            "Compression (CRIME): not tested.",
            "POODLE against TLS, GOLDENDOODLE, Zombie POODLE and the padding oracle of CVE-2016-2107: not tested, these are attacks.",
            "Heartbleed, CCS injection, Ticketbleed and ROBOT: not tested, these are attacks.",
            "Protection against forced fallback: not tested; 2009r asks for it no more.",
            "Keys that are known to be weak, such as Debian's of 2008: not tested.",
            "Revocation: the authority was not asked, only whether the server brings a status along.",
            "CAA: told with the zone's other records.");

    private final TlsFacts facts;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> untested = new ArrayList<>();
    private String worst = "A";

    private TlsGrade(TlsFacts facts) {
        this.facts = facts;
    }

    static GradeCard unknown(String why) {
        return new GradeCard(null, null, List.of(new Step("No grade: " + why, null)), List.of());
    }

    static GradeCard of(TlsFacts facts, List<String> addressesLeft) {
        return new TlsGrade(facts).card(addressesLeft);
    }

    private GradeCard card(List<String> addressesLeft) {
        Optional<TlsScore> score = TlsScore.of(facts);
        score.ifPresent(number -> {
            steps.addAll(number.steps());
            lower(number.letter(), "the number");
        });
        TlsCaps.of(facts).forEach(cap -> lower(cap.letter(), cap.why()));
        untested(addressesLeft);
        String letter = score.isEmpty() && !worst.equals("F") ? null : refined();
        String distrust = distrust();
        if (distrust != null) {
            steps.add(new Step(
                    "Grade " + distrust + "; if the certificate were in order it would be "
                            + (letter == null ? "unknown" : letter) + ".",
                    null));
        } else if (letter == null) {
            steps.add(new Step("No grade: too little was seen to compute the number.", null));
        } else {
            steps.add(new Step("Grade " + letter + ".", null));
        }
        return new GradeCard(
                score.map(number -> (int) Math.floor(number.total())).orElse(null),
                distrust == null ? letter : distrust,
                steps,
                untested);
    }

    /** Letters that come later are worse. */
    private void lower(String letter, String why) {
        steps.add(new Step("At most " + letter + ": " + why + ".", null));
        if (letter.compareTo(worst) > 0) {
            worst = letter;
        }
    }

    private String refined() {
        if (!worst.equals("A")) {
            return worst;
        }
        List<String> warnings = warnings();
        if (!warnings.isEmpty()) {
            warnings.forEach(warning -> steps.add(new Step("A warning makes it A-: " + warning + ".", null)));
            return "A-";
        }
        boolean lasting = StrictTransport.age(facts.first().strictTransportSecurity()) >= StrictTransport.HALF_A_YEAR;
        boolean known = facts.version(TlsAnswer.TLS_1_3) != Support.UNKNOWN;
        if (lasting && known && !TlsChecks.signedWith(facts, "SHA1")) {
            steps.add(
                    new Step("No warning, and Strict-Transport-Security for half a year or longer makes it A+.", null));
            return "A+";
        }
        return "A";
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (facts.version(TlsAnswer.TLS_1_3) == Support.NOT_SUPPORTED) {
            warnings.add("TLS 1.3 is not supported");
        }
        if (Boolean.FALSE.equals(facts.first().secureRenegotiation())) {
            warnings.add("the server does not say that it renegotiates securely");
        }
        TlsLook first = facts.first();
        if (first.pageSeen() && StrictTransport.age(first.strictTransportSecurity()) == 0) {
            warnings.add("Strict-Transport-Security is missing, off or invalid");
        }
        return warnings;
    }

    private @Nullable String distrust() {
        return facts.chains().stream()
                .map(chain -> TrustState.of(chain, facts.at()))
                .filter(state -> !state.letter().isEmpty())
                .min(Comparator.naturalOrder())
                .map(TrustState::letter)
                .orElse(null);
    }

    private void untested(List<String> addressesLeft) {
        TlsLook first = facts.first();
        List<TlsAnswer> asked = new ArrayList<>(first.versions());
        asked.addAll(first.classes());
        asked.stream()
                .filter(answer -> answer.support() == Support.UNKNOWN)
                .forEach(answer -> untested.add(answer.offer() + ": no clear answer"
                        + (answer.seen() == null ? "" : ", " + answer.seen()) + "; it counts neither way."));
        if (!first.pageSeen()) {
            untested.add("Strict-Transport-Security: no page was seen here, so an A can be neither A+ nor A-.");
        }
        if (facts.chains().isEmpty()) {
            untested.add("The certificate: none was seen.");
        }
        if (facts.supported().noneMatch(answer -> answer.keyBits() != null)) {
            untested.add("The size of Diffie-Hellman groups: the server never chose one.");
        }
        facts.looks().stream()
                .skip(1)
                .forEach(look -> untested.add(look.address() + ": only its certificate and handshake were looked at."));
        addressesLeft.forEach(address -> untested.add(address + ": not looked at, to spare the server."));
        untested.addAll(NEVER_TESTED);
    }
}
