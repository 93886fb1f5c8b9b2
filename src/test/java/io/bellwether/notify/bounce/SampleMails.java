package io.bellwether.notify.bounce;

/** Mails that come back, as mail servers write them. */
public final class SampleMails {

    private SampleMails() {}

    /** About a mail that was not delivered, or not yet. */
    public static String report(String to, String action, String status) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Mon, 23 Nov 2026 03:00:00 +0000 (UTC)

                Final-Recipient: rfc822; ida@example.com
                Original-Recipient: rfc822;ida@example.com
                Action: %s
                Status: %s
                Remote-MTA: dns; mx2.example.net
                Diagnostic-Code: smtp; 550
                    the server's own words

                --b1
                Content-Type: text/rfc822-headers

                From: bellwether@example.org
                To: ida@example.com
                Subject: Acme: down

                --b1--
                """.formatted(to, action, status).replace("\n", "\r\n");
    }

    public static String outOfOffice(String to) {
        return """
                Return-Path: <ida@example.com>
                From: ida@example.com
                To: %s
                Subject: Out of office: failed 5.1.1
                Auto-Submitted: auto-replied
                Content-Type: text/plain

                I am away. Action: failed, Status: 5.1.1
                """.formatted(to).replace("\n", "\r\n");
    }

    /** A machine's answer, but no report: answering it could go on for ever. */
    public static String fromNobody(String to) {
        return """
                Return-Path: <>
                From: challenge@example.net
                To: %s
                Subject: Please confirm that you are human

                Follow this link.
                """.formatted(to).replace("\n", "\r\n");
    }
}
