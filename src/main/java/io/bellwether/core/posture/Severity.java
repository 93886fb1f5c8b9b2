package io.bellwether.core.posture;

/** How much a finding matters, told by the points it takes from the security score. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** @param points not negative */
    public static Severity of(double points) {
        if (points >= 30) {
            return CRITICAL;
        }
        if (points >= 15) {
            return HIGH;
        }
        if (points >= 7) {
            return MEDIUM;
        }
        return points > 0 ? LOW : INFO;
    }
}
