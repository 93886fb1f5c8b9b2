package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.AlertRule;
import io.bellwether.alert.AlertRuleChange;
import io.bellwether.alert.AlertRules;
import io.bellwether.alert.NewAlertRule;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Bound;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulePagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    private final SampleFleet sample;
    private final AlertRules rules;
    private Browser operator;
    private AlertRule own;

    RulePagesTest(SampleFleet sample, AlertRules rules) {
        this.sample = sample;
        this.rules = rules;
    }

    @BeforeEach
    void startWithOneRule() {
        sample.clear();
        operator = Browser.of("OPERATOR");
        own = rules.create(new NewAlertRule(
                "slow-" + UUID.randomUUID(),
                "threshold",
                HOSTILE,
                Severity.WARNING,
                null,
                Map.of("metric", "LATENCY_P95", "value", 100, "recoverValue", 50),
                new Selection(null, List.of(Tier.STRATEGIC), null, null),
                null));
    }

    @AfterEach
    void removeIt() {
        rules.remove(own.id(), null);
    }

    @Test
    void everyRuleIsListedWithWhatItMeansAndStaysText() {
        Document page = operator.page("/alert-rules");

        PageRules.check(page);
        assertThat(page.select("#built-in-title").first().closest("section").text())
                .contains("Vendor down", "confirmed by its attempts");
        assertThat(page.select("#own-title").first().closest("section").text()).contains(HOSTILE, "Threshold");
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void aRuleTellsItsSettingsAndWhatItWatches() {
        Document page = operator.page("/alert-rules/" + own.id());

        PageRules.check(page);
        assertThat(page.text()).contains("LATENCY_P95", "Recover value", "STRATEGIC", HOSTILE);
        assertThat(page.select("#past form select")).hasSize(2);
    }

    @Test
    void aRuleIsTriedOnThePast() {
        var vendor = sample.vendor("Watched", Tier.STRATEGIC);
        sample.history(sample.probe(vendor, "http", Map.of("url", "https://watched.example/")), 2, 0);

        Document page = operator.page("/alert-rules/" + own.id() + "?vendor=&days=30");

        PageRules.check(page);
        assertThat(page.select("#past").text())
                .contains("it would have fired in the last 30 days", "It watches 1 probe or vendor");
    }

    @Test
    void aRuleIsTriedOnOneVendorAndSaysWhatIsWrongWithTheWish() {
        sample.vendor("Watched", Tier.STRATEGIC);
        String page = "/alert-rules/" + own.id();

        assertThat(operator.page(page + "?vendor=watched&days=7")
                        .select("#vendor option[selected]")
                        .val())
                .isEqualTo("watched");
        assertThat(operator.page(page + "?vendor=nobody&days=7")
                        .select("#past [role=alert]")
                        .text())
                .contains("There is no vendor 'nobody'.");
        assertThat(operator.page(page + "?days=31").select("#past [role=alert]").text())
                .contains("30");
    }

    @Test
    void whatCannotBeTriedSaysSo() {
        assertThat(operator.page("/alert-rules/" + builtIn("vendor-slow") + "?days=30")
                        .select("#past")
                        .text())
                .contains("can be tried on the past");
        PageRules.check(operator.page("/alert-rules/" + builtIn("vendor-down") + "?days=30"));
    }

    @Test
    void aRuleIsSwitchedOffAndOnAndKeepsAllElse() {
        Response off = flip(operator, own.id());
        AlertRule is = rules.require(own.id());
        Document page = operator.page("/alert-rules/" + own.id());
        flip(operator, own.id());

        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(is.enabled()).isFalse();
        assertThat(is.settings()).isEqualTo(own.settings());
        assertThat(is.selection()).isEqualTo(own.selection());
        assertThat(is.description()).isEqualTo(HOSTILE);
        assertThat(page.select(".verdict").text()).contains("switched off");
        assertThat(rules.require(own.id()).enabled()).isTrue();
    }

    @Test
    void aBuiltInRuleKeepsItsSettingsToo() {
        UUID id = builtIn("vendor-slow");
        AlertRule before = rules.require(id);
        Map<String, Bound> bounds = Map.of("factor", new Bound(2.0, 4.0));
        rules.change(id, null, new AlertRuleChange(true, null, null, null, null, bounds));

        flip(operator, id);
        AlertRule off = rules.require(id);
        flip(operator, id);

        assertThat(off.enabled()).isFalse();
        assertThat(off.settings()).isEqualTo(before.settings());
        assertThat(off.bounds()).isEqualTo(bounds);
        assertThat(rules.require(id).enabled()).isTrue();
    }

    @Test
    void whoMayNotSwitchIsNotOfferedIt() {
        Browser owner = Browser.of("OWNER");
        String page = "/alert-rules/" + own.id();

        assertThat(owner.page(page).select("main form[method=post]")).isEmpty();
        assertThat(owner.request()
                        .formParam("formKey", owner.formKey())
                        .post(page + "/switch")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Response flip(Browser browser, UUID rule) {
        return browser.send("/alert-rules/" + rule, "/alert-rules/" + rule + "/switch", Map.of());
    }

    private UUID builtIn(String name) {
        return rules.list().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
