package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LdapSettingsTest {

    private static LdapSettings settings(Map<String, String> given) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        given.forEach((key, value) -> source.put("quell.sign-in.ldap." + key, value));
        return new Binder(source).bindOrCreate("quell.sign-in.ldap", Bindable.of(LdapSettings.class));
    }

    private static LdapSettings with(String... given) {
        Map<String, String> all = new HashMap<>(Map.of(
                "enabled", "true",
                "urls", "ldaps://ldap.example.org",
                "base", "dc=example,dc=org",
                "roles.admin", "bosses"));
        for (int at = 0; at < given.length; at += 2) {
            if (given[at].startsWith("roles.")) {
                all.remove("roles.admin");
            }
            all.put(given[at], given[at + 1]);
        }
        return settings(all);
    }

    @Test
    void offNothingIsLookedAt() {
        assertThat(settings(Map.of("urls", "nonsense")).enabled()).isFalse();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> settings(Map.of("enabled", "true", "user.filter", "uid={0}", "timeout", "1m")))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap.urls: ")
                .hasMessageContaining("quell.sign-in.ldap.base: ")
                .hasMessageContaining("quell.sign-in.ldap.roles: ")
                .hasMessageContaining("quell.sign-in.ldap.user.filter: ")
                .hasMessageContaining("quell.sign-in.ldap.timeout: ");
    }

    @ParameterizedTest
    @CsvSource({
        "urls, ldap://ldap.example.org, would send passwords for all to read",
        "urls, ldap://192.0.2.1, would send passwords for all to read",
        "urls, 'ldaps://a.example.org,ldap://b.example.org', would send passwords for all to read",
        "urls, https://ldap.example.org, is no server",
        "urls, ldaps://ldap.example.org/dc=example, is no server",
        "base, example.org, must be a distinguished name",
        "bind-dn, quell, must be a distinguished name",
        "user.filter, (uid={0}, must be a filter",
        "user.filter, (uid=li), must be a filter",
        "user.dn-pattern, 'uid=li,ou=people', must be a distinguished name below base with {0}",
        "user.subject-attribute, a b, must name an attribute",
        "group.filter, '(member={2})', must be a filter"
    })
    void whatCannotBeRightIsRefused(String key, String value, String why) {
        assertThatThrownBy(() -> with(key, value))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap." + key + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void aShortNameIsOneGroupAlone() {
        assertThatThrownBy(() -> with("group.member-of", "memberOf"))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap.roles.admin: 'bosses' could be any group of that name")
                .hasMessageContaining("cn=bosses,ou=groups,dc=example,dc=org");
        assertThat(with("group.member-of", "memberOf", "group.search-base", "ou=groups")
                        .enabled())
                .isTrue();
        assertThat(with("group.member-of", "memberOf", "roles.admin", "*").enabled())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'cn=bosses,ou=groups,dc=example,dc=org', ''",
        "'CN=Bosses, OU=Groups, DC=example, DC=org', ''",
        "cn=bosses, is no whole distinguished name",
        "'cn=bosses,,dc=org', is no whole distinguished name",
        "'cn=bosses,dc=example,dc=org', is never found",
        "'cn=bosses,ou=a,ou=groups,dc=example,dc=org', is never found",
        "'cn=bosses,ou=groups,dc=example,dc=com', is never found"
    })
    void aWholeNameIsOfAGroupThatCanBeFound(String group, String fault) {
        String[] given = {"roles.admin[0]", group, "group.search-base", "ou=groups"};
        if (fault.isEmpty()) {
            assertThat(with(given).enabled()).isTrue();
        } else {
            assertThatThrownBy(() -> with(given))
                    .rootCause()
                    .hasMessageContaining("quell.sign-in.ldap.roles.admin: '" + group + "' " + fault);
        }
    }

    @Test
    void aPlainConnectionIsOfThisMachineOrEncryptedFirst() {
        assertThat(with("urls", "ldap://127.0.0.1:1389").enabled()).isTrue();
        assertThat(with("urls", "ldap://localhost").enabled()).isTrue();
        assertThat(with("urls", "ldap://ldap.example.org", "start-tls", "true", "bind-dn", "cn=a", "bind-password", "b")
                        .enabled())
                .isTrue();
        assertThatThrownBy(() -> with("urls", "ldap://ldap.example.org", "start-tls", "true"))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap.bind-dn: must be given with start-tls");
        assertThatThrownBy(() -> with("start-tls", "true", "bind-dn", "cn=a", "bind-password", "b"))
                .rootCause()
                .hasMessageContaining("is encrypted from the beginning");
    }

    @Test
    void whoSearchesHasOnePassword() {
        assertThat(with("bind-dn", "cn=a", "bind-password", "hidden").toString())
                .doesNotContain("hidden");
        assertThatThrownBy(() -> with("bind-dn", "cn=a"))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap.bind-password: ");
        assertThatThrownBy(() -> with("bind-dn", "cn=a", "bind-password", "b", "bind-password-file", "/c"))
                .rootCause()
                .hasMessageContaining("quell.sign-in.ldap.bind-password: ");
    }
}
