package io.bellwether.core.finance;

/** Where a formula's author drew the lines: at or within both is the grey zone. */
record Zones(double distress, double safe, boolean higherIsSafer) {

    static Zones rising(double distressBelow, double safeAbove) {
        return new Zones(distressBelow, safeAbove, true);
    }

    static Zones falling(double safeUpTo, double distressAbove) {
        return new Zones(distressAbove, safeUpTo, false);
    }

    Zone of(double value) {
        if (higherIsSafer) {
            return value < distress ? Zone.DISTRESS : value > safe ? Zone.SAFE : Zone.GREY;
        }
        return value > distress ? Zone.DISTRESS : value <= safe ? Zone.SAFE : Zone.GREY;
    }
}
