package io.bellwether.alert.rule;

import io.bellwether.core.alert.rule.Detector;
import io.bellwether.platform.Problem.FieldError;
import java.util.List;

/** What people say about a rule of their own; what they leave out has a default. */
public sealed interface CustomSettings
        permits AnomalySettings, BurnRateSettings, NoDataSettings, ScoreDropSettings, ThresholdSettings {

    /** What is wrong although each field is right by itself; pointers are relative to the settings. */
    List<FieldError> faults();

    /** How the rule judges; only of settings without faults. */
    Detector detector();
}
