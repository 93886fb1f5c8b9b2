package io.bellwether.health.backtest;

/** Where in a drawing a diagram stands, and how values become places in it. */
record Frame(double left, double top, double width, double height, double fromX, double toX, double toY) {

    double x(double value) {
        return left + (value - fromX) / (toX - fromX) * width;
    }

    /** From 0 at the bottom to {@code toY} at the top. */
    double y(double value) {
        return bottom() - value / toY * height;
    }

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }
}
