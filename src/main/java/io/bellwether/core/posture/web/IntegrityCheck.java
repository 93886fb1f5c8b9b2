package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether scripts of others are pinned to what they were when they were chosen. */
final class IntegrityCheck implements PageCheck {

    private static final String UNPINNED = "sri-not-implemented-but-external-scripts-loaded-securely";
    private static final String PINNED_INSECURE = "sri-implemented-but-external-scripts-not-loaded-securely";
    private static final String INSECURE = "sri-not-implemented-and-external-scripts-not-loaded-securely";
    private static final String PINNED_OWN = "sri-implemented-and-all-scripts-loaded-securely";

    private static final CheckRule RULE = new CheckRule(
            "subresource-integrity",
            Category.WEB,
            "Subresource Integrity",
            "If a company whose programs the page borrows is attacked, the attacker's programs run in the vendor's pages.",
            remediation(
                    "Load scripts of other hosts over https:// and with an integrity attribute (sha384) and crossorigin, or"
                            + " serve them from the own host.",
                    "Ask the vendor to make its pages refuse borrowed programs that were changed by somebody else.",
                    Effort.MEDIUM),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/SRI",
            List.of(
                    Code.pass(PINNED_OWN, 5, "Scripts have an integrity and are loaded over HTTPS."),
                    Code.pass(
                            "sri-implemented-and-external-scripts-loaded-securely",
                            5,
                            "Scripts of other sites have an integrity and are loaded over HTTPS."),
                    Code.pass("sri-not-implemented-response-not-html", 0, "The answer is not HTML."),
                    Code.pass("sri-not-implemented-but-no-scripts-loaded", 0, "The page has no scripts."),
                    Code.pass(
                            "sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                            0,
                            "All scripts are the site's own."),
                    Code.fail(UNPINNED, -5, "A script of another site has no integrity."),
                    Code.fail(PINNED_INSECURE, -20, "A script of another site is not loaded over HTTPS."),
                    Code.fail("html-not-parseable", -20, "What claims to be HTML is no text."),
                    Code.fail(
                            INSECURE, -50, "A script of another site has no integrity and is not loaded over HTTPS.")));

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    /** From bad to worst. */
    private static final List<String> WORSE = List.of(UNPINNED, PINNED_INSECURE, INSECURE);

    /** In the public implementation a mere lack of integrity hides a script over plain HTTP. */
    private static final List<String> WORSE_COMPATIBLE = List.of(PINNED_INSECURE, UNPINNED, INSECURE);

    private static final int MOST_SHOWN = 10;

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public CheckResult judge(Look look) {
        if (!isHtml(look)) {
            return RULE.result("sri-not-implemented-response-not-html", Map.of());
        }
        PageEvidence.Html html = look.page().html();
        if (html == null) {
            return look.page().binary()
                    ? RULE.result("html-not-parseable", Map.of())
                    : RULE.unknown("The markup was not read.");
        }
        CheckResult result = result(html, look);
        return html.cut() && !result.outcome().bad()
                ? RULE.unknown("The page is longer than we read, and what we read of it has no fault.")
                : result;
    }

    private static boolean isHtml(Look look) {
        String type = look.header("content-type");
        if (type == null) {
            return true;
        }
        String media = type.substring(0, type.indexOf(';') < 0 ? type.length() : type.indexOf(';'));
        return HTML.contains(look.dialect().compatible() ? media : Text.lower(media));
    }

    private static CheckResult result(PageEvidence.Html html, Look look) {
        if (html.scriptElements() == 0) {
            return RULE.result("sri-not-implemented-but-no-scripts-loaded", Map.of());
        }
        List<String> order = look.dialect().compatible() ? WORSE_COMPATIBLE : WORSE;
        Map<String, List<String>> faults = new LinkedHashMap<>();
        boolean pinnedOwn = false;
        boolean foreign = false;
        for (PageEvidence.Script script : html.scripts()) {
            boolean pinned = script.integrity() != null && !script.integrity().isEmpty();
            boolean others = isForeign(script, html);
            foreign |= others;
            String fault = others ? fault(script, pinned) : null;
            if (fault != null) {
                faults.computeIfAbsent(fault, _ -> new ArrayList<>()).add(Text.shown(script.source()));
            }
            boolean secure = Address.isSecure(script.source())
                    || (script.site() == null && look.page().secure());
            pinnedOwn |= !others && pinned && secure && (!look.dialect().compatible() || faults.isEmpty());
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("scripts", html.scriptElements());
        faults.forEach((fault, sources) ->
                evidence.put(fault, sources.stream().limit(MOST_SHOWN).toList()));
        String worst = order.stream().filter(faults::containsKey).reduce("", (_, fault) -> fault);
        return RULE.result(worst.isEmpty() ? unfaulted(pinnedOwn, foreign) : worst, evidence);
    }

    private static String unfaulted(boolean pinnedOwn, boolean foreign) {
        if (pinnedOwn) {
            return PINNED_OWN;
        }
        return foreign
                ? "sri-implemented-and-external-scripts-loaded-securely"
                : "sri-not-implemented-but-all-scripts-loaded-from-secure-origin";
    }

    /** An address without a scheme counts as another site's, and as insecure, whatever the host. */
    private static boolean isForeign(PageEvidence.Script script, PageEvidence.Html html) {
        return script.source().startsWith("//")
                ? !script.source().startsWith("///")
                : script.site() != null && !script.site().equals(html.site().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String fault(PageEvidence.Script script, boolean pinned) {
        boolean secure = Address.isSecure(script.source());
        if (pinned) {
            return secure ? null : PINNED_INSECURE;
        }
        return secure ? UNPINNED : INSECURE;
    }
}
