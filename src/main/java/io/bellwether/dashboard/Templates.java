package io.bellwether.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The pages' templates, checked against their values at build time. */
@CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    static native TemplateInstance signIn(Frame frame, String next, @Nullable String refusal);

    static native TemplateInstance failure(Frame frame, String detail);

    static native TemplateInstance fleet(Frame frame, FleetView view);

    static native TemplateInstance vendor(Frame frame, VendorView view);

    static native TemplateInstance alerts(Frame frame, AlertsView view);

    static native TemplateInstance alert(Frame frame, AlertView view);

    static native TemplateInstance posture(Frame frame, PostureView view);

    static native TemplateInstance finance(Frame frame, FinanceView view);

    static native TemplateInstance review(Frame frame, ReviewView view);

    static native TemplateInstance catalogue(Frame frame, CatalogueView view);

    static native TemplateInstance channel(Frame frame, ChannelView view);

    static native TemplateInstance channels(Frame frame, ChannelsView view);

    static native TemplateInstance silences(Frame frame, SilencesView view);

    static native TemplateInstance silence(Frame frame, SilenceView view);

    static native TemplateInstance alertRules(Frame frame, RulesView view);

    static native TemplateInstance alertRule(Frame frame, RuleView view);

    static native TemplateInstance maintenance(Frame frame, MaintenanceView view);

    static native TemplateInstance maintenanceForm(Frame frame, MaintenanceFormView view);

    static native TemplateInstance messages(Frame frame, MessagesView view);
}
