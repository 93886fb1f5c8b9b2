package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page, whatever it shows. */
final class PageRules {

    private PageRules() {}

    static void check(Document page) {
        hasItsLandmarks(page);
        holdsNothingInline(page);
        page.select("table").forEach(PageRules::isReadableAloud);
        page.select("input:not([type=hidden]), select, textarea").forEach(PageRules::hasALabel);
        page.select("button")
                .forEach(button ->
                        assertThat(button.text() + button.attr("aria-label")).isNotBlank());
        page.select("svg[role=img]")
                .forEach(image -> assertThat(image.attr("aria-label")).isNotBlank());
        page.select("time").forEach(time -> assertThat(time.attr("datetime")).isNotBlank());
        page.select("form[method=post]").forEach(PageRules::carriesTheFormKey);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private static void hasItsLandmarks(Document page) {
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).endsWith(" · Bellwether").doesNotStartWith(" ");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("body > header, body > main, body > footer")).hasSize(3);
        assertThat(page.select("nav")).allMatch(nav -> nav.hasAttr("aria-label"));
        assertThat(page.selectFirst("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("main#main")).hasSize(1);
    }

    private static void holdsNothingInline(Document page) {
        assertThat(page.select("script:not([src]), style, [style], a[href^=javascript]"))
                .isEmpty();
        assertThat(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()))
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.startsWith("on"));
    }

    private static void isReadableAloud(Element table) {
        assertThat(table.select("> caption").text()).isNotBlank();
        assertThat(table.select("th")).allMatch(heading -> heading.hasAttr("scope"));
    }

    private static void hasALabel(Element field) {
        boolean wrapped = field.closest("label") != null;
        boolean named = !field.id().isEmpty()
                && !field.ownerDocument()
                        .select("label[for=" + field.id() + "]")
                        .isEmpty();
        assertThat(wrapped || named).as(field.outerHtml()).isTrue();
    }

    private static void carriesTheFormKey(Element form) {
        assertThat(form.select("input[name=formKey]").val()).hasSize(64);
    }
}
