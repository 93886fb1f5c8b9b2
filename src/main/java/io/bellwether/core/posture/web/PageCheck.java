package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;

/** One test of the HTTP Observatory. */
interface PageCheck {

    CheckRule rule();

    CheckResult judge(Look look);

    /** The header it looks at, in lower case; empty when it looks at none. */
    default String header() {
        return "";
    }
}
