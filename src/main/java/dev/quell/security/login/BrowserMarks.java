package dev.quell.security.login;

import dev.quell.security.pairs.Browsers;
import dev.quell.security.people.Account;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows a browser by the marks in its cookie. */
@Component
final class BrowserMarks implements Browsers {

    private final DeviceCookie devices;

    BrowserMarks(DeviceCookie devices) {
        this.devices = devices;
    }

    @Override
    public boolean wasSignedIn(Account account) {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .flatMap(asked -> devices.known(asked.getRequest(), account))
                .isPresent();
    }
}
