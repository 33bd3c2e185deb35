package io.sallyport.models.pages;

import io.sallyport.authority.Asked;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.pages.ModelsPage.Group;
import io.sallyport.models.pages.ModelsPage.Row;
import io.sallyport.workflow.HumanTask;
import io.sallyport.workflow.Incidents;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The models of a person's programs. */
@Controller
@Permitted
class ModelsController {

  private final Models models;
  private final Inbox inbox;
  private final Asked asked;
  private final Incidents incidents;
  private final Clock clock;

  ModelsController(Models models, Inbox inbox, Asked asked, Incidents incidents, Clock clock) {
    this.models = models;
    this.inbox = inbox;
    this.asked = asked;
    this.incidents = incidents;
    this.clock = clock;
  }

  @GetMapping("/models")
  String all(Person person, Model model) {
    List<ModelVersion> newest =
        models.newest(
            person.memberships().stream().map(Membership::program).distinct().sorted().toList());
    long serving =
        newest.stream().filter(one -> one.state() == ModelVersion.State.IN_SERVICE).count();
    String title =
        newest.isEmpty()
            ? "No model has been submitted yet"
            : serving + " of " + newest.size() + " versions in service";
    String lead =
        newest.isEmpty()
            ? "Submit one with ./sallyport submit FILE.yaml, or by POST /api/v1/submissions."
            : "Every version of your programs, newest first.";
    model.addAttribute("page", new ModelsPage(title, lead, "", groups(newest)));
    return "models/list";
  }

  @GetMapping("/models/{name}")
  String one(@PathVariable String name, Person person, Model model) {
    List<ModelVersion> versions =
        models.versions(name).stream().filter(one -> person.belongsTo(one.program())).toList();
    if (versions.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    String words = versions.size() == 1 ? "1 version" : versions.size() + " versions";
    model.addAttribute(
        "page",
        new ModelsPage(
            name + ": " + words,
            "Of program " + versions.get(0).program() + ", newest first.",
            name,
            groups(versions)));
    return "models/list";
  }

  private List<Group> groups(List<ModelVersion> versions) {
    List<String> ids = versions.stream().map(ModelVersion::id).toList();
    Map<String, List<HumanTask>> tasks =
        inbox.about(ids).stream().collect(Collectors.groupingBy(HumanTask::modelVersion));
    Set<String> stuck = incidents.stuck(ids);
    Map<String, List<Row>> rows =
        versions.stream()
            .collect(
                Collectors.groupingBy(
                    ModelVersion::program,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        one ->
                            row(
                                one,
                                tasks.getOrDefault(one.id(), List.of()),
                                stuck.contains(one.id())),
                        Collectors.toList())));
    return rows.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Row row(ModelVersion version, List<HumanTask> tasks, boolean stuck) {
    Moment at = Moment.of(version.submittedAt(), clock.instant());
    return new Row(
        version.model(),
        version.number(),
        StateWords.of(version.state(), tasks, stuck),
        tasks.isEmpty() ? "" : "for " + asked.names(tasks),
        version.submitterName(),
        at.day(),
        at.iso(),
        version.submission().reason());
  }
}
