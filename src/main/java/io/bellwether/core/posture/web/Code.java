package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.ResultCode;

/**
 * Result codes as published, with what they take from our own dimension: half of what they take from the Observatory's score,
 * since the page is one part of several of a vendor's posture. Bonuses give nothing, as nobody is better than sound.
 */
final class Code {

    private Code() {}

    /** A result that passes the test; with a penalty all the same it is a warning. */
    static ResultCode pass(String code, int modifier, String says) {
        CheckOutcome outcome = modifier < 0 ? CheckOutcome.WARN : CheckOutcome.PASS;
        return new ResultCode(code, outcome, modifier, points(modifier), says);
    }

    static ResultCode fail(String code, int modifier, String says) {
        return new ResultCode(code, CheckOutcome.FAIL, modifier, points(modifier), says);
    }

    private static double points(int modifier) {
        return Math.max(0, -modifier) / 2.0;
    }
}
