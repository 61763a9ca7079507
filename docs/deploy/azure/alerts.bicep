// Mails about what the log says; what to do then stands in docs/deploy/alerts.md.
param location string
param workspaceId string
param alertEmail string

resource somebody 'Microsoft.Insights/actionGroups@2021-09-01' = {
  name: 'somebody'
  location: 'global'
  properties: {
    groupShortName: 'cosell'
    enabled: true
    emailReceivers: [{ name: 'mail', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

// Lines of the log by their event; severity 1 needs somebody today.
var alerts = [
  { name: 'set-aside', severity: 1, events: ['work.set-aside'] }
  { name: 'nobody-told', severity: 1, events: ['referral.nobody-told', 'organization.no-admin'] }
  { name: 'notices-failing', severity: 2, events: ['notice.failed'] }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in alerts: {
  name: alert.name
  location: location
  properties: {
    displayName: 'Co-sell bot: ${alert.name}'
    severity: alert.severity
    enabled: true
    scopes: [workspaceId]
    // The table is made with the first line of the log.
    skipQueryValidation: true
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "bot" | where tostring(parse_json(Log_s).event) in ("${join(alert.events, '", "')}")'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: [somebody.id] }
  }
}]

output actionGroupId string = somebody.id
