package io.sallyport.deployment.pages;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Person;
import io.sallyport.authority.VersionLink;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Bounds;
import io.sallyport.aws.serving.EndpointStatus;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.deployment.stop.EmergencyStops;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.rules.boundary.Submission;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the version asks of its endpoint, and what is there. */
@Component
class EndpointPanel implements VersionPanel {

  private static final Logger log = LoggerFactory.getLogger(EndpointPanel.class);

  /**
   * The panel.
   *
   * @param live what the live column is about; empty: nothing answers there
   * @param stopPage where a person who may stop it does so; empty for others
   */
  record Content(
      String endpoint,
      String sentence,
      String live,
      List<Setting> settings,
      String footer,
      String stopPage) {}

  /** A setting as it was asked for and as it is. */
  record Setting(String name, String asked, String live, boolean same) {}

  private final InService inService;
  private final EmergencyStops stops;
  private final Endpoints endpoints;
  private final ScalingBounds scaling;
  private final Names names;
  private final Clock clock;

  EndpointPanel(
      InService inService,
      EmergencyStops stops,
      Endpoints endpoints,
      ScalingBounds scaling,
      Names names,
      Clock clock) {
    this.inService = inService;
    this.stops = stops;
    this.endpoints = endpoints;
    this.scaling = scaling;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String template() {
    return "deployment/endpoint";
  }

  @Override
  public Optional<Content> content(ModelVersion version, Person person) {
    Submission.Endpoint asked = version.submission().endpoint();
    Optional<ServicePeriod> own = inService.of(version.id());
    Optional<ServicePeriod> live = own.or(() -> at(asked.name()));
    boolean mayStop =
        own.filter(open -> !open.suspended()).isPresent() && stops.mayStop(person, version);
    return Optional.of(
        new Content(
            asked.name(),
            sentence(version, live),
            live.map(period -> own.isPresent() ? "Live" : "Live, " + words(period)).orElse(""),
            settings(asked, live),
            live.isEmpty() ? "Nothing is live there." : "Read from AWS just now.",
            mayStop ? VersionLink.of(version.id()) + "/stop" : ""));
  }

  private Optional<ServicePeriod> at(String service) {
    return inService.all().stream().filter(open -> open.service().equals(service)).findFirst();
  }

  /** {@code version 12}, of the model whose endpoint it is. */
  private static String words(ServicePeriod period) {
    String id = period.modelVersion();
    return "version " + id.substring(id.lastIndexOf('-') + 1);
  }

  private String sentence(ModelVersion version, Optional<ServicePeriod> live) {
    String name = "Version " + version.number();
    if (live.isEmpty()) return name + " is not deployed. Nothing answers there.";
    ServicePeriod period = live.get();
    if (!period.modelVersion().equals(version.id())) {
      return name + " is not deployed. " + sentence(words(period).replaceFirst("^v", "V"), period);
    }
    return sentence(name, period);
  }

  private String sentence(String name, ServicePeriod period) {
    if (period.stopped()) return name + " is stopped. Nobody is answered.";
    return period.held()
        ? name + " is suspended until it is decided anew. Nobody is answered."
        : name + " answers until " + Moment.of(period.expires(), clock.instant()).day() + ".";
  }

  private List<Setting> settings(Submission.Endpoint asked, Optional<ServicePeriod> live) {
    return List.of(
        setting(
            "Status",
            "in service",
            live.flatMap(open -> status(open.endpoint())).map(EndpointPanel::state)),
        setting(
            "Instances",
            asked.minimumInstances() + " to " + asked.maximumInstances(),
            live.flatMap(open -> bounds(open.endpoint()))
                .map(one -> one.instancesMin() + " to " + one.instancesMax())),
        setting(
            "Callers", callers(asked.consumers()), live.map(open -> callers(open.consumers()))));
  }

  private static String state(EndpointStatus status) {
    return status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String callers(List<String> principals) {
    return principals.stream().map(names::principal).collect(Collectors.joining(", "));
  }

  private static Setting setting(String name, String asked, Optional<String> live) {
    return new Setting(
        name, asked, live.orElse("none"), live.isEmpty() || live.get().equals(asked));
  }

  private Optional<EndpointStatus> status(String endpoint) {
    try {
      return endpoints.read(new ResourceName(endpoint));
    } catch (RuntimeException unanswered) {
      log.info("{} tells nothing now: {}", endpoint, unanswered.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Bounds> bounds(String endpoint) {
    try {
      return scaling.read(new ResourceName(endpoint));
    } catch (RuntimeException unanswered) {
      log.info("{} tells no bounds now: {}", endpoint, unanswered.getMessage());
      return Optional.empty();
    }
  }
}
