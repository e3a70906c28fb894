package dev.quell.security.outside.ldap;

import dev.quell.security.outside.RoleGroups;
import dev.quell.testing.Patience;
import dev.quell.testing.servers.SlapdServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Settings for the people of {@code people.ldif}. */
final class LdapBuilder {

    private final List<String> urls = new ArrayList<>();
    private boolean startTls;
    private String certificates = "";
    private String pattern = "";
    private String memberOf = "";
    private String subject = "entryUUID";
    private final String bindDn = SlapdServer.READER;
    private String bindPassword = SlapdServer.PASSWORD;
    private Duration patience = Patience.LONG;

    /** One server more; {@code localhost} is the name in its certificate. */
    LdapBuilder url(String url) {
        urls.add(url);
        return this;
    }

    /** Soon tired of a server that says nothing. */
    LdapBuilder hasty() {
        patience = Duration.ofSeconds(2);
        return this;
    }

    /** That server alone. */
    LdapBuilder only(String url) {
        urls.clear();
        return url(url);
    }

    LdapBuilder startTls() {
        startTls = true;
        return this;
    }

    LdapBuilder certificates(Path file) {
        certificates = file.toString();
        return this;
    }

    LdapBuilder pattern(String text) {
        pattern = text;
        return this;
    }

    LdapBuilder memberOf(String attribute) {
        memberOf = attribute;
        return this;
    }

    LdapBuilder subject(String attribute) {
        subject = attribute;
        return this;
    }

    LdapBuilder bindPassword(String text) {
        bindPassword = text;
        return this;
    }

    LdapSettings build() {
        return new LdapSettings(
                true,
                "Company account",
                urls,
                startTls,
                certificates,
                SlapdServer.BASE,
                bindDn,
                bindPassword,
                "",
                new LdapSettings.User("ou=people", "(uid={0})", pattern, subject, "uid", "cn", "telephoneNumber"),
                new LdapSettings.Group("ou=groups", "(member={0})", "cn", memberOf),
                new RoleGroups(
                        List.of("quell-admins"),
                        List.of(),
                        List.of(),
                        List.of("CN=Agents, OU=groups, dc=example,DC=org")),
                "PJSIP/",
                patience);
    }
}
