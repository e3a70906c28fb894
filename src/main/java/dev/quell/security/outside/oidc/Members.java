package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Outsiders;
import dev.quell.security.people.Account;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Gives whoever the provider vouches for an account. */
final class Members implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService users;
    private final Claims claims;
    private final Outsiders outsiders;

    Members(OidcUserService users, Claims claims, Outsiders outsiders) {
        this.users = users;
        this.claims = claims;
        this.outsiders = outsiders;
    }

    /** Somebody who may in. */
    static final class Member extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        private final transient Account account;

        Member(OidcUser user, Account account) {
            super(List.of(), user.getIdToken());
            this.account = account;
        }

        Account account() {
            return account;
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest asked) {
        OidcUser user = users.loadUser(asked);
        return new Member(user, outsiders.admit(claims.person(user), address()));
    }

    private static String address() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getRemoteAddr()
                : "";
    }
}
