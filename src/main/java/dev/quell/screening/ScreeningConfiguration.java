package dev.quell.screening;

import dev.quell.call.CallSettings;
import dev.quell.call.ServiceNumbers;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.rules.Rules;
import dev.quell.traffic.TrafficSettings;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the classifier, which knows no Spring. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    Classifier classifier(ClassifierSettings settings, CallSettings calls, ObjectProvider<TrafficSettings> traffic) {
        Map<String, Object> site = Map.of(
                "region", calls.region(),
                "ownNumbers", calls.ownNumbers(),
                "emergencyNumbers", calls.emergencyNumbers(),
                "traffic", Optional.ofNullable(traffic.getIfAvailable()));
        return new Classifier(
                Rules.all(settings, calls::isOwn, new ServiceNumbers(calls)::isEmergency),
                Catalogue.shipped(),
                settings,
                site);
    }
}
