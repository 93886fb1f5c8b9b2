package io.bellwether.core.posture.web;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of MDN's HTTP Observatory, algorithms 5 and 6, each as documented and as its public implementation does it. The two
 * differ where that implementation has defects:
 *
 * <ol>
 *   <li>it never finds universal CORS access, since it forgets the origin it had claimed;
 *   <li>it takes an HSTS max-age that is no number for half a year, and
 *   <li>of two max-age the last one, though the header is invalid (RFC 6797, 6.1);
 *   <li>it takes frame-ancestors in a meta element, which browsers ignore, for a protection, and
 *   <li>frame-ancestors that let anybody frame the page;
 *   <li>it takes a foreign script without integrity for worse than one over plain HTTP;
 *   <li>it asks for robots.txt without keeping the cookies it does so for;
 *   <li>it takes the address that policy reports go to for active content.
 * </ol>
 *
 * A meaning of the codes for our own dimension is in {@link Code}.
 *
 * @see <a href="https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring">tests and scoring</a>
 */
public final class Observatory implements Assessor<PageEvidence> {

    private static final String REFERENCE = "https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring";

    private static final List<PageCheck> FIVE = List.of(
            new ContentPolicyCheck(),
            new CookiesCheck(),
            new SharingCheck(),
            new RedirectionCheck(),
            new ReferrerCheck(),
            new StrictTransportCheck(),
            new IntegrityCheck(),
            new SniffingCheck(),
            new FramingCheck(),
            new ResourcePolicyCheck());

    private static final List<PageCheck> SIX = Stream.concat(
                    FIVE.stream(), Stream.of(OpenerPolicyCheck.CHECK, EmbedderPolicyCheck.CHECK))
            .toList();

    /** What the Observatory grades besides successes and redirects; 403 also where it comes from a wall it did not know. */
    private static final Set<Integer> GRADED = Set.of(401, 403);

    private final RuleSet rules;
    private final List<PageCheck> checks;
    private final Dialect dialect;

    private Observatory(String version, List<PageCheck> checks, Dialect dialect) {
        String suffix = dialect.compatible() ? "-compatible" : "";
        String title = "HTTP Observatory, algorithm " + version
                + (dialect.compatible() ? ", as the public implementation does it" : "");
        this.rules = new RuleSet(
                "http-observatory-" + version + suffix,
                title,
                REFERENCE,
                checks.stream().map(PageCheck::rule).toList());
        this.checks = checks;
        this.dialect = dialect;
    }

    /** Ten tests, of October 2025. */
    public static Observatory five() {
        return new Observatory("5", FIVE, Dialect.DOCUMENTED);
    }

    public static Observatory fiveCompatible() {
        return new Observatory("5", FIVE, Dialect.COMPATIBLE);
    }

    /** Twelve tests, of August 2026. */
    public static Observatory six() {
        return new Observatory("6", SIX, Dialect.DOCUMENTED);
    }

    public static Observatory sixCompatible() {
        return new Observatory("6", SIX, Dialect.COMPATIBLE);
    }

    @Override
    public RuleSet ruleSet() {
        return rules;
    }

    @Override
    public String kind() {
        return PageEvidence.KIND;
    }

    @Override
    public Class<PageEvidence> evidence() {
        return PageEvidence.class;
    }

    @Override
    public Assessment assess(PageEvidence evidence) {
        List<CheckResult> results = results(evidence);
        return new Assessment(rules.id(), evidence.target(), evidence.observedAt(), results, ScoreCard.of(results));
    }

    private List<CheckResult> results(PageEvidence evidence) {
        PageEvidence.Page page = evidence.page();
        String unknown = unknown(evidence, page);
        if (page == null || unknown != null) {
            return each(check -> check.rule().unknown(String.valueOf(unknown)));
        }
        Look look = Look.at(evidence, page, dialect);
        return each(check -> page.cut().contains(check.header())
                ? check.rule().unknown("Of " + check.header() + " there is more than we read.")
                : check.judge(look));
    }

    private static @Nullable String unknown(PageEvidence evidence, PageEvidence.@Nullable Page page) {
        if (evidence.unknown() != null) {
            return evidence.unknown();
        }
        if (page == null) {
            return "The page did not answer.";
        }
        int status = page.status();
        boolean graded = (status >= 200 && status < 400) || GRADED.contains(status);
        return graded
                ? null
                : String.format(Locale.ROOT, "The page answered with status %d, which is not graded.", status);
    }

    private List<CheckResult> each(Function<PageCheck, CheckResult> judge) {
        return checks.stream().map(judge).toList();
    }
}
