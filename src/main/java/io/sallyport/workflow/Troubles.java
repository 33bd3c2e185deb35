package io.sallyport.workflow;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.sallyport.diagrams.Node;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's jobs that failed, as what they are to people: steps of a version in trouble. */
@Component
class Troubles {

  /** Rows on one page. */
  static final int ROWS_MAX = 100;

  /** The engine's own query knows no variables, and would cut off before it chose. */
  private static final String OF_PROGRAMS =
      """
      select job.id_
        from engine.act_ru_job as job
       where exists (select 1
                       from engine.act_ru_variable as variable
                      where variable.proc_inst_id_ = job.process_instance_id_
                        and variable.name_ = 'program'
                        and variable.text_ = any(:programs))
         and case when :stuck
                  then job.retries_ = 0
                  else job.retries_ > 0 and job.exception_msg_ is not null
             end
       order by job.create_time_ desc
       limit :limit
      """;

  private static final String AMONG =
      """
      select distinct execution.business_key_
        from engine.act_ru_job as job
        join engine.act_ru_execution as execution on execution.id_ = job.process_instance_id_
       where job.retries_ = 0
         and execution.business_key_ = any(:versions)
      """;

  private final ManagementService management;
  private final RuntimeService runtime;
  private final int triesUnlessSaid;
  private final Diagrams diagrams;
  private final JdbcClient jdbc;

  Troubles(ProcessEngine engine, Diagrams diagrams, JdbcClient jdbc) {
    this.management = engine.getManagementService();
    this.runtime = engine.getRuntimeService();
    this.triesUnlessSaid = engine.getProcessEngineConfiguration().getDefaultNumberOfRetries();
    this.diagrams = diagrams;
    this.jdbc = jdbc;
  }

  /** The newest of these programs, newest first: tried no more by themselves, or tried again. */
  List<Trouble> of(Set<String> programs, boolean stuck) {
    Set<String> jobs =
        jdbc.sql(OF_PROGRAMS)
            .param("programs", programs.toArray(String[]::new))
            .param("stuck", stuck)
            .param("limit", ROWS_MAX)
            .query(String.class)
            .set();
    if (jobs.isEmpty()) return List.of();
    return management.createJobQuery().jobIds(jobs).list().stream()
        .map(this::trouble)
        .sorted(comparing(Trouble::since).reversed())
        .toList();
  }

  /** The step behind a job that has not passed. */
  Optional<Trouble> find(String job) {
    return one(management.createJobQuery().jobId(job));
  }

  /** The step behind a job that needs a person. */
  Optional<Trouble> stuck(String job) {
    return one(management.createJobQuery().jobId(job).noRetriesLeft());
  }

  /** What needs a person in one case. */
  Optional<Trouble> about(String modelVersion) {
    Set<String> instances =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(modelVersion)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .collect(toSet());
    return instances.isEmpty()
        ? Optional.empty()
        : one(management.createJobQuery().processInstanceIds(instances).noRetriesLeft());
  }

  /** Which of these cases have a step that is tried no more. */
  Set<String> stuck(Collection<String> modelVersions) {
    return jdbc.sql(AMONG)
        .param("versions", modelVersions.toArray(String[]::new))
        .query(String.class)
        .set();
  }

  private Optional<Trouble> one(JobQuery jobs) {
    return jobs.listPage(0, 1).stream().map(this::trouble).findFirst();
  }

  private Trouble trouble(Job job) {
    String process = Objects.requireNonNullElse(job.getProcessDefinitionKey(), "");
    String activity = Objects.requireNonNullElse(job.getFailedActivityId(), "");
    Optional<Node> node = diagrams.of(job.getProcessDefinitionId()).node(activity);
    return new Trouble(
        job.getId(),
        Objects.requireNonNullElse(job.getProcessInstanceId(), ""),
        process,
        activity,
        node.map(Node::name).orElse(activity),
        businessKey(job),
        program(job),
        Objects.requireNonNullElse(job.getExceptionMessage(), "no cause is given"),
        node.flatMap(Node::tries).orElse(triesUnlessSaid),
        job.getRetries(),
        job.getCreateTime().toInstant(),
        Optional.ofNullable(job.getDuedate()).map(Date::toInstant));
  }

  private String businessKey(Job job) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(job.getProcessInstanceId())
            .singleResult();
    String key = instance == null ? "" : instance.getBusinessKey();
    return Objects.requireNonNullElse(key, "");
  }

  /** As the diagrams hand it on; empty, and nobody's, where the case has ended meanwhile. */
  private String program(Job job) {
    return runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(job.getProcessInstanceId())
        .variableName("program")
        .list()
        .stream()
        .map(VariableInstance::getValue)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }
}
