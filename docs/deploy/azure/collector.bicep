// Takes traces, metrics and logs from the bot and brings them to Application Insights. Reached from within alone.
param location string
param environmentId string
@secure()
param connectionString string
param image string

resource collector 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'collector'
  location: location
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      secrets: [
        { name: 'connection-string', value: connectionString }
        { name: 'configuration', value: loadTextContent('collector.yaml') }
      ]
      // Plain HTTP, which never leaves the environment.
      ingress: { external: false, targetPort: 4318, transport: 'http', allowInsecure: true }
    }
    template: {
      containers: [
        {
          name: 'collector'
          image: image
          args: ['--config=/etc/collector/collector.yaml']
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          env: [{ name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: 'connection-string' }]
          volumeMounts: [{ volumeName: 'configuration', mountPath: '/etc/collector' }]
        }
      ]
      volumes: [
        {
          name: 'configuration'
          storageType: 'Secret'
          secrets: [{ secretRef: 'configuration', path: 'collector.yaml' }]
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

output endpoint string = 'http://${collector.name}'
