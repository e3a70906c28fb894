package dev.quell.security.outside.oidc;

import dev.quell.call.SettingFaults;
import dev.quell.security.outside.RoleGroups;
import dev.quell.security.outside.SettingForms;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.sign-in.oidc}: sign-in with an OpenID Connect provider.
 *
 * @param enabled whether there is any; if not, nothing else is looked at
 * @param label what people call the provider, on the button: 1 to 40 characters
 * @param issuer the provider's issuer, below which its configuration is; {@code https}, or {@code http} of this machine
 * @param clientId what the provider calls this installation
 * @param clientSecret the client's secret; empty with {@code clientSecretFile}, and of a public client
 * @param clientSecretFile a file with the secret in its first line; read when the provider is asked first
 * @param baseUrl where people's browsers find the pages; empty: as their requests say
 * @param scopes what is asked for, {@code openid} among it
 * @param nameClaim what new accounts are named after
 * @param rolesClaim what holds the groups: a claim's name, or the way to it with dots
 * @param roles which groups give which role
 * @param agentClaim what holds the agent's interface or number; empty: agents are named here
 * @param agentPrefix what stands before an agent's number
 * @param certificates a file in PEM with the authorities that the provider's certificate may be of; empty: Java's own
 * @param timeout how long the provider may take, to connect and to answer: 1s to 30s
 * @param logout whether signing out here ends the sign-in at the provider too, where it has a way to
 */
@ConfigurationProperties(prefix = "quell.sign-in.oidc", ignoreUnknownFields = false)
public record OidcSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("single sign-on") String label,
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue("") String baseUrl,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue RoleGroups roles,
        @DefaultValue("") String agentClaim,
        @DefaultValue("PJSIP/") String agentPrefix,
        @DefaultValue("") String certificates,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("true") boolean logout) {

    static final String PREFIX = "quell.sign-in.oidc";

    public OidcSettings {
        scopes = List.copyOf(scopes);
        if (enabled) {
            SettingFaults faults = SettingFaults.in(PREFIX)
                    .require(
                            SettingForms.isLabel(label), "label", "must have 1 to 40 characters, such as Company login")
                    .require(
                            SettingForms.isSafeWeb(issuer),
                            "issuer",
                            "must be the provider's https address, exactly as it names itself, such as https://login.example.org/realms/staff")
                    .require(
                            !clientId.isBlank(),
                            "client-id",
                            "must say what the provider calls this client, such as quell")
                    .require(
                            clientSecret.isEmpty() || clientSecretFile.isEmpty(),
                            "client-secret",
                            "give client-secret-file, a file with the secret in its first line, or client-secret, and not both")
                    .require(
                            baseUrl.isEmpty() || isBase(baseUrl),
                            "base-url",
                            "must be where browsers find the pages, without a path, such as https://quell.example.org, or empty")
                    .require(scopes.contains("openid"), "scopes", "must have openid, such as [openid, profile]")
                    .require(!nameClaim.isBlank(), "name-claim", "must name a claim, such as preferred_username");
            faults.require(!rolesClaim.isBlank(), "roles-claim", "must name a claim, such as groups")
                    .require(
                            !roles.isEmpty(),
                            "roles",
                            "no group gives a role, so nobody could sign in; write such as { admin: [quell-admins], agent: [\"*\"] }")
                    .require(SettingForms.isPatience(timeout), "timeout", "must be 1s to 30s, such as 5s")
                    .throwIfAny();
        }
    }

    private static boolean isBase(String text) {
        return SettingForms.isSafeWeb(text)
                && SettingForms.address(text)
                        .map(URI::getRawPath)
                        .filter(path -> path.isEmpty() || path.equals("/"))
                        .isPresent();
    }

    /** Where the pages are, without a slash at the end; empty: as requests say. */
    Optional<String> base() {
        return baseUrl.isEmpty() ? Optional.empty() : Optional.of(baseUrl.replaceAll("/$", ""));
    }

    /** What is asked for. */
    Set<String> wanted() {
        return new LinkedHashSet<>(scopes);
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "OidcSettings[enabled=" + enabled + ", issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
