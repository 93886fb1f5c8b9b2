package io.bellwether.health.backtest;

import java.util.Locale;

/** An SVG picture in the making. Colours are those of a page in daylight: it is also read in documents, without our styles. */
final class Drawing {

    static final String INK = "#1f2933";
    static final String FAINT = "#c3ccd5";
    static final String BLUE = "#1f5fa8";
    static final String RED = "#b3261e";
    static final String ROSE = "#f6d9d6";

    /** To which side of its point a text stands. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final int width;
    private final int height;
    private final StringBuilder shapes = new StringBuilder();

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour, number(thickness)));
    }

    void area(double x, double y, double across, double down, String colour) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(across), number(down), colour));
    }

    /** @param path the data of an SVG path */
    void path(String path, String colour) {
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"/>"
                .formatted(path, colour));
    }

    void dot(double x, double y, String colour) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>".formatted(number(x), number(y), colour));
    }

    void text(double x, double y, String text, Anchor anchor, String colour) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor.name().toLowerCase(Locale.ROOT), colour, escaped(text)));
    }

    /** @param description for those who do not see it */
    String svg(String description) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"\
                 font-family="sans-serif" font-size="12">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(width, height, escaped(description)) + shapes + "</svg>\n";
    }

    static String number(double coordinate) {
        double rounded = Math.round(coordinate * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private void add(String shape) {
        shapes.append(shape).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
