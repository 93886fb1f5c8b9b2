package io.bellwether.probe.pagewatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Takes the words out of a page. */
final class PageReader {

    /** Deeper elements are laid flat by the parser. */
    private static final int DEEPEST = 64;

    /** The parser takes long for pages of nothing but tags; those that people read have a tenth of that. */
    static final int MOST_TAGS = 30_000;

    /** Tables within tables take longest. */
    private static final int MOST_TABLES = 1_000;

    /** With so many characters beside its furniture, a page does not keep its text in there. */
    private static final int ENOUGH = 2_000;

    private static final Set<String> CELL_ROLES = Set.of("cell", "gridcell", "columnheader", "rowheader");

    private PageReader() {}

    static boolean hasTooManyTags(byte[] bytes) {
        int tags = 0;
        int tables = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '<') {
                tags++;
                tables += isTable(bytes, i + 1) ? 1 : 0;
            }
        }
        return tags > MOST_TAGS || tables > MOST_TABLES;
    }

    private static boolean isTable(byte[] bytes, int at) {
        return at + 1 < bytes.length && (bytes[at] | 0x20) == 't' && (bytes[at + 1] | 0x20) == 'a';
    }

    /**
     * @param charset as the answer declares it, null to believe the page
     * @param selector which parts to read; null for all of them
     */
    static PageText html(byte[] bytes, @Nullable String charset, @Nullable String selector) {
        Document document;
        try {
            Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
            document = Jsoup.parse(new ByteArrayInputStream(bytes), charset, "", parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Element html = document.selectFirst("html");
        String language = html == null ? "" : html.attr("lang");
        List<? extends Element> roots =
                selector == null ? List.of(document.body()) : outermost(document.select(selector));
        PageText text = read(language, roots, true);
        if (text.length() >= ENOUGH) {
            return text;
        }
        PageText whole = read(language, roots, false);
        return text.length() * 2 >= whole.length() ? text : whole;
    }

    /** Text as it is; lines that follow each other belong together. */
    static PageText plain(byte[] bytes, Charset charset) {
        Passages passages = new Passages();
        StringBuilder paragraph = new StringBuilder();
        new String(bytes, charset).lines().forEach(line -> {
            if (line.isBlank()) {
                passages.block(paragraph);
                paragraph.setLength(0);
            }
            paragraph.append(line).append(' ');
        });
        passages.block(paragraph);
        return new PageText("", passages.all());
    }

    /** What lies within another is read with it. */
    private static List<Element> outermost(List<Element> elements) {
        Set<Element> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(elements);
        return elements.stream()
                .filter(element -> element.parents().stream().noneMatch(all::contains))
                .toList();
    }

    private static PageText read(String language, List<? extends Element> roots, boolean bare) {
        Passages passages = new Passages();
        for (Element root : roots) {
            Walk walk = new Walk(passages, bare);
            root.filter(walk);
            walk.flush();
        }
        return new PageText(language, passages.all());
    }

    /** One way through the tree; recursion would need a stack as deep as the page. */
    private static final class Walk implements NodeFilter {

        private final Passages passages;
        private final boolean bare;
        private final StringBuilder text = new StringBuilder();
        private int rows;
        private int articles;

        Walk(Passages passages, boolean bare) {
            this.passages = passages;
            this.bare = bare;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (Furniture.isSilent(element) || (bare && depth > 0 && Furniture.isAround(element, articles > 0))) {
                return FilterResult.SKIP_ENTIRELY;
            }
            articles += isArticle(element) ? 1 : 0;
            boundary(element, "");
            rows += isRow(element) ? 1 : 0;
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                articles -= isArticle(element) ? 1 : 0;
                boundary(element, " |");
                rows -= isRow(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        void flush() {
            if (rows > 0) {
                passages.row(text);
            } else {
                passages.block(text);
            }
            text.setLength(0);
        }

        /** @param end what parts a cell from the next */
        private void boundary(Element element, String end) {
            if (isRow(element)) {
                flush();
            } else if (rows > 0 && isCell(element)) {
                text.append(end).append(' ');
            } else if (rows > 0) {
                text.append(element.isBlock() || isBreak(element) ? " " : "");
            } else if (element.isBlock() || isBreak(element)) {
                flush();
            }
        }

        private static boolean isArticle(Element element) {
            return element.normalName().equals("main") || element.normalName().equals("article");
        }

        private static boolean isRow(Element element) {
            return element.normalName().equals("tr") || element.attr("role").equals("row");
        }

        private static boolean isCell(Element element) {
            return element.normalName().equals("td")
                    || element.normalName().equals("th")
                    || CELL_ROLES.contains(element.attr("role"));
        }

        private static boolean isBreak(Element element) {
            return element.normalName().equals("br");
        }
    }
}
